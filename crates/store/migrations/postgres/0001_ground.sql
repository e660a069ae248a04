CREATE TABLE communities (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    host TEXT NOT NULL UNIQUE,
    mail_domain TEXT NOT NULL,
    language TEXT NOT NULL,
    conversations_enabled BOOLEAN NOT NULL,
    -- How many people can be in a conversation at most.
    most_people BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE people (
    community_id UUID NOT NULL REFERENCES communities (id),
    id UUID NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('member', 'guest')),
    state TEXT NOT NULL,
    name TEXT NOT NULL,
    handle TEXT COLLATE "C" NOT NULL,
    -- What the handle has in common with every one that is taken for it.
    handle_look TEXT COLLATE "C" NOT NULL,
    about TEXT NOT NULL,
    -- The part before the @ of the address this person's mails come from; never changes.
    mail_name TEXT NOT NULL,
    password_hash TEXT,
    language TEXT NOT NULL,
    -- Grows by one with everything that changes for this person; the id of live events.
    change_number BIGINT NOT NULL,
    -- Grows by one whenever all that lets somebody in as this person ends; links in mails that act for them are of one.
    access_epoch BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, handle),
    UNIQUE (community_id, mail_name)
);

-- What people chose; who has no row has what everybody begins with.
CREATE TABLE preferences (
    community_id UUID NOT NULL,
    person_id UUID NOT NULL,
    theme TEXT NOT NULL,
    wants_mail BOOLEAN NOT NULL,
    bell_sound BOOLEAN NOT NULL,
    enter_sends BOOLEAN NOT NULL,
    -- Whether those they talk with see that they are on the site; who hides it does not see it of others.
    shows_presence BOOLEAN NOT NULL,
    letter_keys BOOLEAN NOT NULL,
    -- Whether a muted conversation makes itself heard where they are named.
    mentions_ring BOOLEAN NOT NULL,
    PRIMARY KEY (community_id, person_id),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);
CREATE INDEX people_by_handle_look ON people (community_id, handle_look);

-- The words of names and handles, for the directory: a search is a range of words.
CREATE TABLE person_words (
    community_id UUID NOT NULL,
    word TEXT COLLATE "C" NOT NULL,
    person_id UUID NOT NULL,
    PRIMARY KEY (community_id, word, person_id),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);
CREATE INDEX person_words_by_person ON person_words (community_id, person_id);

-- How the words of each person begin: the first letter, and the first two. A search that fits very many goes through
-- those of one beginning, in the order of handles, and stops when the page is full.
CREATE TABLE person_beginnings (
    community_id UUID NOT NULL,
    beginning TEXT COLLATE "C" NOT NULL,
    handle TEXT COLLATE "C" NOT NULL,
    person_id UUID NOT NULL,
    PRIMARY KEY (community_id, beginning, handle),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);
CREATE INDEX person_beginnings_by_person ON person_beginnings (community_id, person_id);

-- What the name and the handle of each person look like: two with a look in common cannot be told apart at a glance.
CREATE TABLE person_looks (
    community_id UUID NOT NULL,
    look TEXT COLLATE "C" NOT NULL,
    person_id UUID NOT NULL,
    look_of TEXT NOT NULL,
    PRIMARY KEY (community_id, look, person_id, look_of),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);
CREATE INDEX person_looks_by_person ON person_looks (community_id, person_id);

-- Handles their owners gave up: kept for them for a time.
CREATE TABLE released_handles (
    community_id UUID NOT NULL,
    handle TEXT COLLATE "C" NOT NULL,
    handle_look TEXT COLLATE "C" NOT NULL,
    person_id UUID NOT NULL,
    released_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, handle),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);
CREATE INDEX released_handles_by_look ON released_handles (community_id, handle_look);
CREATE INDEX released_handles_by_age ON released_handles (community_id, released_at);
CREATE INDEX released_handles_by_person ON released_handles (community_id, person_id);

CREATE TABLE addresses (
    community_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    address TEXT NOT NULL,
    address_key TEXT NOT NULL,
    is_primary BOOLEAN NOT NULL,
    verified_at BIGINT,
    mail_state TEXT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, address_key),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);
CREATE INDEX addresses_by_person ON addresses (community_id, person_id);

CREATE TABLE sessions (
    community_id UUID NOT NULL,
    id UUID NOT NULL,
    token_hash BYTEA NOT NULL,
    person_id UUID NOT NULL,
    client TEXT NOT NULL,
    -- A fingerprint of the network it was begun from: one its owner is known to come from.
    network_hash BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, token_hash),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);
CREATE INDEX sessions_by_person ON sessions (community_id, person_id);
CREATE INDEX sessions_by_age ON sessions (community_id, seen_at);

-- Browsers people signed in with before, so that the failed attempts of strangers do not count against them.
CREATE TABLE known_browsers (
    community_id UUID NOT NULL,
    mark_hash BYTEA NOT NULL,
    person_id UUID NOT NULL,
    session_id UUID NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, mark_hash),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);
CREATE INDEX known_browsers_by_person ON known_browsers (community_id, person_id, created_at);
CREATE INDEX known_browsers_by_age ON known_browsers (community_id, created_at);

CREATE TABLE api_tokens (
    community_id UUID NOT NULL,
    id UUID NOT NULL,
    token_hash BYTEA NOT NULL,
    person_id UUID NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    used_at BIGINT,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, token_hash),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);
CREATE INDEX api_tokens_by_person ON api_tokens (community_id, person_id);
CREATE INDEX api_tokens_by_end ON api_tokens (community_id, expires_at) WHERE expires_at IS NOT NULL;

-- Somebody who asked to sign up; a person only once the address is confirmed.
CREATE TABLE sign_ups (
    community_id UUID NOT NULL REFERENCES communities (id),
    id UUID NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, id)
);
CREATE INDEX sign_ups_by_age ON sign_ups (community_id, created_at);

-- Links in mails that work once.
CREATE TABLE links (
    community_id UUID NOT NULL,
    id UUID NOT NULL,
    purpose TEXT NOT NULL,
    person_id UUID NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);
CREATE INDEX links_by_age ON links (community_id, expires_at);
CREATE INDEX links_by_person ON links (community_id, person_id);

CREATE TABLE conversations (
    community_id UUID NOT NULL REFERENCES communities (id),
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    -- What its people call it; empty where it goes by their names.
    title TEXT,
    -- Who may add people: everyone in it, or its hosts.
    adding TEXT NOT NULL,
    -- The direct conversation it was begun from.
    begun_from_id UUID,
    created_by UUID NOT NULL,
    created_at BIGINT NOT NULL,
    last_sequence BIGINT NOT NULL,
    PRIMARY KEY (community_id, id)
);

-- The one direct conversation of two people, from the moment it is accepted.
CREATE TABLE direct_pairs (
    community_id UUID NOT NULL,
    lower_person_id UUID NOT NULL,
    higher_person_id UUID NOT NULL,
    conversation_id UUID NOT NULL,
    PRIMARY KEY (community_id, lower_person_id, higher_person_id),
    FOREIGN KEY (community_id, conversation_id) REFERENCES conversations (community_id, id)
);

-- Who is in a conversation, or was asked: a person, or a group with an inbox. How somebody reads it is their seat's.
CREATE TABLE participants (
    community_id UUID NOT NULL,
    id UUID NOT NULL,
    conversation_id UUID NOT NULL,
    person_id UUID,
    group_id UUID,
    state TEXT NOT NULL CHECK (state IN ('invited', 'joined', 'declined', 'left', 'removed')),
    -- Member or host.
    role TEXT NOT NULL,
    -- Who last asked them to take part, when, and with which entry; and the first entry they may see once they accept.
    -- Empty for who began the conversation.
    asked_by_id UUID,
    asked_at BIGINT,
    asked_with_sequence BIGINT,
    seen_from_sequence BIGINT,
    -- When they last came in, and when they last went or were taken out.
    joined_at BIGINT,
    left_at BIGINT,
    -- How they last went, kept while they are asked to come back; empty while they take part.
    went TEXT CHECK (went IN ('left', 'removed')),
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, conversation_id, person_id),
    UNIQUE (community_id, conversation_id, group_id),
    CHECK ((person_id IS NULL) <> (group_id IS NULL)),
    CHECK ((asked_by_id IS NULL) = (asked_at IS NULL)),
    CHECK ((asked_by_id IS NULL) = (asked_with_sequence IS NULL)),
    CHECK ((asked_by_id IS NULL) = (seen_from_sequence IS NULL)),
    FOREIGN KEY (community_id, conversation_id) REFERENCES conversations (community_id, id),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);

-- One person's reading of a conversation, as the participant they are or belong to.
CREATE TABLE seats (
    community_id UUID NOT NULL,
    person_id UUID NOT NULL,
    conversation_id UUID NOT NULL,
    participant_id UUID NOT NULL,
    -- Which list it is on.
    shelf TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('every_message', 'normal', 'muted')),
    starred BOOLEAN NOT NULL,
    read_sequence BIGINT NOT NULL,
    unread_count BIGINT NOT NULL,
    -- Whether the bell counts it: something unread is not muted.
    rings BOOLEAN NOT NULL,
    -- When the oldest message came that is unread and not told by mail; empty when there is none.
    untold_since BIGINT,
    told_sequence BIGINT NOT NULL,
    -- The last entry this person may see.
    last_sequence BIGINT NOT NULL,
    -- What the list is sorted by: when something last happened that this person sees.
    active_at BIGINT NOT NULL,
    -- What the conversation was called when they went.
    past_title TEXT,
    -- By conversation: each list of a person has an index of its own, and none can be taken for another.
    PRIMARY KEY (community_id, conversation_id, person_id),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id),
    FOREIGN KEY (community_id, conversation_id) REFERENCES conversations (community_id, id),
    FOREIGN KEY (community_id, participant_id) REFERENCES participants (community_id, id)
);
CREATE INDEX seats_listed ON seats (community_id, person_id, shelf, active_at, conversation_id);
CREATE INDEX seats_unread ON seats (community_id, person_id, active_at, conversation_id) WHERE unread_count > 0;
CREATE INDEX seats_ringing ON seats (community_id, person_id, active_at, conversation_id) WHERE rings = TRUE;
CREATE INDEX seats_starred ON seats (community_id, person_id, active_at, conversation_id) WHERE starred = TRUE;
CREATE INDEX seats_untold ON seats (community_id, person_id, untold_since) WHERE untold_since IS NOT NULL;

-- The spans of messages a participant may see: one can leave and come back.
CREATE TABLE visible_spans (
    community_id UUID NOT NULL,
    participant_id UUID NOT NULL,
    from_sequence BIGINT NOT NULL,
    to_sequence BIGINT,
    PRIMARY KEY (community_id, participant_id, from_sequence),
    FOREIGN KEY (community_id, participant_id) REFERENCES participants (community_id, id)
);

-- When each participant of several took part: from the line they came with to the one they went with. What they may see
-- of the time before is in their spans, so these do not tell who was there.
CREATE TABLE stays (
    community_id UUID NOT NULL,
    participant_id UUID NOT NULL,
    from_sequence BIGINT NOT NULL,
    to_sequence BIGINT,
    PRIMARY KEY (community_id, participant_id, from_sequence),
    FOREIGN KEY (community_id, participant_id) REFERENCES participants (community_id, id)
);

CREATE TABLE invitations (
    community_id UUID NOT NULL,
    id UUID NOT NULL,
    conversation_id UUID NOT NULL,
    participant_id UUID NOT NULL,
    inviter_id UUID NOT NULL,
    invitee_id UUID NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'declined', 'withdrawn')),
    sent_at BIGINT NOT NULL,
    decided_at BIGINT,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id, participant_id) REFERENCES participants (community_id, id),
    FOREIGN KEY (community_id, inviter_id) REFERENCES people (community_id, id),
    FOREIGN KEY (community_id, invitee_id) REFERENCES people (community_id, id)
);
CREATE INDEX invitations_of_conversation ON invitations (community_id, conversation_id);
CREATE INDEX invitations_of_participant ON invitations (community_id, participant_id, sent_at);
CREATE INDEX invitations_sent ON invitations (community_id, inviter_id, sent_at);
CREATE INDEX invitations_between ON invitations (community_id, inviter_id, invitee_id, sent_at);
CREATE INDEX invitations_received ON invitations (community_id, invitee_id, state, sent_at);

CREATE TABLE messages (
    community_id UUID NOT NULL,
    id UUID NOT NULL,
    conversation_id UUID NOT NULL,
    sequence BIGINT NOT NULL,
    author_id UUID NOT NULL,
    -- A message, or a line that says what happened.
    kind TEXT NOT NULL,
    -- Whom a line is about, beside its author.
    subject_id UUID,
    -- The number of the message that a message answers.
    in_reply_to BIGINT,
    origin TEXT NOT NULL,
    source TEXT NOT NULL,
    -- Of a line: the new title, the history people get with the ids of all but the first of them, or the conversation
    -- that was begun.
    -- What the source of a message becomes: the clean HTML, the first words in one line, and by which renderer.
    html TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    renderer BIGINT NOT NULL,
    -- The author's key that makes a retry harmless, and a fingerprint of what was sent with it;
    -- a line has none.
    client_id TEXT,
    fingerprint BYTEA,
    created_at BIGINT NOT NULL,
    edited_at BIGINT,
    deleted_at BIGINT,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, conversation_id, sequence),
    UNIQUE (community_id, author_id, client_id),
    FOREIGN KEY (community_id, conversation_id) REFERENCES conversations (community_id, id),
    FOREIGN KEY (community_id, author_id) REFERENCES people (community_id, id),
    FOREIGN KEY (community_id, subject_id) REFERENCES people (community_id, id),
    FOREIGN KEY (community_id, conversation_id, in_reply_to)
        REFERENCES messages (community_id, conversation_id, sequence)
);
-- Messages of an older renderer, to be rendered again. A new renderer replaces this index.
CREATE INDEX messages_to_render ON messages (community_id, id) WHERE renderer < 2;

-- The messages for which a muted conversation rings, because they name its reader.
CREATE TABLE mentions (
    community_id UUID NOT NULL,
    conversation_id UUID NOT NULL,
    person_id UUID NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (community_id, conversation_id, sequence, person_id),
    FOREIGN KEY (community_id, conversation_id) REFERENCES conversations (community_id, id),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id)
);

-- The text of a message that its author just deleted, while that can be undone. Nothing shows it.
CREATE TABLE deleted_texts (
    community_id UUID NOT NULL,
    message_id UUID NOT NULL,
    source TEXT NOT NULL,
    deleted_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, message_id),
    FOREIGN KEY (community_id, message_id) REFERENCES messages (community_id, id)
);
CREATE INDEX deleted_texts_by_age ON deleted_texts (deleted_at);

-- What changed for a person, for live pages and for those that were asleep.
CREATE TABLE changes (
    community_id UUID NOT NULL,
    person_id UUID NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    conversation_id UUID,
    message_id UUID,
    at BIGINT NOT NULL,
    PRIMARY KEY (community_id, person_id, number)
);
CREATE INDEX changes_by_age ON changes (at);

-- One mail to one address. Written with what caused it, rendered when sent.
CREATE TABLE deliveries (
    community_id UUID NOT NULL REFERENCES communities (id),
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    person_id UUID,
    address TEXT NOT NULL,
    -- The invitation, link or sign-up it is about.
    about_id UUID,
    attempts BIGINT NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    claimed_until BIGINT,
    -- The words of the mail server, or why it was stopped.
    reply TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    PRIMARY KEY (community_id, id)
);
CREATE INDEX deliveries_due ON deliveries (next_attempt_at) WHERE state IN ('queued', 'deferred');
CREATE INDEX deliveries_about ON deliveries (community_id, about_id);
CREATE INDEX deliveries_by_age ON deliveries (community_id, finished_at) WHERE finished_at IS NOT NULL;

-- The conversations a digest tells of, and the last message of each it knew.
CREATE TABLE digest_conversations (
    community_id UUID NOT NULL,
    delivery_id UUID NOT NULL,
    conversation_id UUID NOT NULL,
    from_sequence BIGINT NOT NULL,
    to_sequence BIGINT NOT NULL,
    PRIMARY KEY (community_id, delivery_id, conversation_id),
    FOREIGN KEY (community_id, delivery_id) REFERENCES deliveries (community_id, id)
);

-- How much of each allowance is used: when all that was done is paid for.
CREATE TABLE allowances (
    community_id UUID NOT NULL,
    name TEXT NOT NULL,
    subject BYTEA NOT NULL,
    paid_until BIGINT NOT NULL,
    PRIMARY KEY (community_id, name, subject)
);
CREATE INDEX allowances_by_age ON allowances (community_id, paid_until);

-- When a visible page of each person was last used.
CREATE TABLE presence (
    community_id UUID NOT NULL,
    person_id UUID NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, person_id)
);

-- Work of the whole installation that comes round again, done by one node at a time.
CREATE TABLE jobs (
    name TEXT NOT NULL PRIMARY KEY,
    next_run_at BIGINT NOT NULL,
    claimed_until BIGINT
);

-- One row, which is written to find out whether anything can be.
CREATE TABLE write_probes (
    name TEXT NOT NULL PRIMARY KEY,
    filler BYTEA NOT NULL
);
INSERT INTO write_probes (name, filler) VALUES ('probe', '\x5A');

-- Those whose name looks like the name or the handle of somebody else.
CREATE VIEW lookalikes AS
SELECT own.community_id, own.person_id
FROM person_looks own
JOIN person_looks other
    ON other.community_id = own.community_id AND other.look = own.look AND other.person_id <> own.person_id
    AND (other.look_of = 'handle' OR (own.look_of = 'name' AND other.look_of = 'name'))
WHERE own.look_of <> 'handle';

-- What each person may read, with who wrote it. Whatever reads entries for somebody reads them here. What is news to
-- them counts as unread: messages of others, and lines about themself.
CREATE VIEW visible_entries AS
SELECT seat.community_id, seat.person_id AS reader_id, seat.conversation_id, entry.id, entry.sequence, entry.kind,
    entry.origin, entry.source, entry.html, entry.excerpt, entry.renderer, entry.client_id, entry.created_at,
    entry.edited_at, entry.deleted_at, entry.author_id, author.name AS author_name, author.handle AS author_handle,
    author.kind AS author_kind, entry.subject_id, subject.name AS subject_name, subject.handle AS subject_handle,
    subject.kind AS subject_kind,
    -- Nothing where the answered message is outside the spans.
    CASE WHEN entry.in_reply_to IS NOT NULL AND EXISTS (
        SELECT 1 FROM visible_spans answered
        WHERE answered.community_id = seat.community_id AND answered.participant_id = seat.participant_id
            AND answered.from_sequence <= entry.in_reply_to
            AND (answered.to_sequence IS NULL OR answered.to_sequence >= entry.in_reply_to))
        THEN entry.in_reply_to END AS in_reply_to,
    entry.author_id <> seat.person_id AND entry.deleted_at IS NULL
        AND (entry.kind = 'message' OR (entry.subject_id IS NOT NULL AND entry.subject_id = seat.person_id)) AS is_news
FROM seats seat
JOIN messages entry
    ON entry.community_id = seat.community_id AND entry.conversation_id = seat.conversation_id
LEFT JOIN people author ON author.community_id = entry.community_id AND author.id = entry.author_id
LEFT JOIN people subject ON subject.community_id = entry.community_id AND subject.id = entry.subject_id
WHERE EXISTS (
    SELECT 1 FROM visible_spans span
    WHERE span.community_id = seat.community_id AND span.participant_id = seat.participant_id
        AND span.from_sequence <= entry.sequence
        AND (span.to_sequence IS NULL OR span.to_sequence >= entry.sequence));

-- A person's conversation as it stands in their list, with the last entry they may see. Who else is in it is asked
-- for the conversations of a page together.
CREATE VIEW listed_conversations AS
SELECT seat.community_id, seat.person_id, seat.conversation_id, conversation.kind,
    CASE WHEN seat.shelf = 'past' THEN seat.past_title ELSE conversation.title END AS title,
    conversation.kind <> 'direct' AND (conversation.adding = 'everyone' OR participant.role = 'host') AS may_add,
    participant.state, participant.asked_at, participant.joined_at, participant.went, seat.shelf, seat.level,
    seat.starred, seat.read_sequence, seat.unread_count, seat.rings, seat.active_at, entry.id AS entry_id,
    entry.kind AS entry_kind, entry.excerpt AS entry_excerpt,
    CASE WHEN entry.kind <> 'message' THEN entry.source END AS entry_detail,
    entry.deleted_at AS entry_deleted_at, entry.author_id, author.name AS author_name,
    author.handle AS author_handle, author.kind AS author_kind, entry.subject_id, subject.name AS subject_name,
    subject.handle AS subject_handle, subject.kind AS subject_kind
FROM seats seat
JOIN conversations conversation
    ON conversation.community_id = seat.community_id AND conversation.id = seat.conversation_id
JOIN participants participant
    ON participant.community_id = seat.community_id AND participant.id = seat.participant_id
LEFT JOIN messages entry
    ON entry.community_id = seat.community_id AND entry.conversation_id = seat.conversation_id
    AND entry.sequence = seat.last_sequence
LEFT JOIN people author ON author.community_id = entry.community_id AND author.id = entry.author_id
LEFT JOIN people subject ON subject.community_id = entry.community_id AND subject.id = entry.subject_id;
