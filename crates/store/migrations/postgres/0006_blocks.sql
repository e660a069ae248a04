-- Who wants no messages of whom.
CREATE TABLE blocks (
    community_id UUID NOT NULL,
    person_id UUID NOT NULL,
    blocked_id UUID NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, person_id, blocked_id),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id),
    FOREIGN KEY (community_id, blocked_id) REFERENCES people (community_id, id)
);
CREATE INDEX blocks_by_blocked ON blocks (community_id, blocked_id);

-- Whom each person knows: those with whom they take part in a conversation, or did. Each pair stands here both ways.
CREATE TABLE acquaintances (
    community_id UUID NOT NULL,
    person_id UUID NOT NULL,
    known_id UUID NOT NULL,
    PRIMARY KEY (community_id, person_id, known_id),
    FOREIGN KEY (community_id, person_id) REFERENCES people (community_id, id),
    FOREIGN KEY (community_id, known_id) REFERENCES people (community_id, id)
);
INSERT INTO acquaintances (community_id, person_id, known_id)
SELECT DISTINCT own.community_id, own.person_id, other.person_id
FROM participants own
JOIN conversations conversation
    ON conversation.community_id = own.community_id AND conversation.id = own.conversation_id
JOIN participants other
    ON other.community_id = own.community_id AND other.conversation_id = own.conversation_id AND other.id <> own.id
WHERE own.person_id IS NOT NULL AND other.person_id IS NOT NULL
    AND own.joined_at IS NOT NULL AND other.joined_at IS NOT NULL
    AND (conversation.kind = 'direct' OR EXISTS (
        SELECT 1 FROM stays mine
        JOIN stays theirs
            ON theirs.community_id = mine.community_id AND theirs.participant_id = other.id
            AND (mine.to_sequence IS NULL OR theirs.from_sequence <= mine.to_sequence)
            AND (theirs.to_sequence IS NULL OR theirs.to_sequence >= mine.from_sequence)
        WHERE mine.community_id = own.community_id AND mine.participant_id = own.id));

-- Who may write to a person: everyone, acquaintances, or nobody.
ALTER TABLE preferences ADD COLUMN writers TEXT NOT NULL DEFAULT 'everyone';

-- Since when two who talked do not any more, because one of them blocked the other; nobody is told why.
ALTER TABLE conversations ADD COLUMN closed_at BIGINT;

-- What each person may read, with who wrote it. Whatever reads entries for somebody reads them here. What is news to
-- them counts as unread: messages, and lines about themself, of others whom they did not block.
DROP VIEW visible_entries;
CREATE VIEW visible_entries AS
SELECT seat.community_id, seat.person_id AS reader_id, seat.conversation_id, entry.id, entry.sequence, entry.kind,
    entry.origin,
    CASE WHEN earlier.message_id IS NULL THEN entry.source ELSE earlier.source END AS source,
    CASE WHEN earlier.message_id IS NULL THEN entry.html ELSE earlier.html END AS html,
    CASE WHEN earlier.message_id IS NULL THEN entry.excerpt ELSE earlier.excerpt END AS excerpt,
    CASE WHEN earlier.message_id IS NULL THEN entry.renderer ELSE earlier.renderer END AS renderer,
    entry.client_id, entry.created_at,
    CASE WHEN earlier.message_id IS NULL THEN entry.edited_at ELSE earlier.edited_at END AS edited_at,
    entry.deleted_at, entry.author_id, author.name AS author_name, author.handle AS author_handle,
    author.kind AS author_kind, entry.subject_id, subject.name AS subject_name, subject.handle AS subject_handle,
    subject.kind AS subject_kind,
    -- Nothing where the answered message is outside the spans.
    CASE WHEN entry.in_reply_to IS NOT NULL AND EXISTS (
        SELECT 1 FROM visible_spans answered
        WHERE answered.community_id = seat.community_id AND answered.participant_id = seat.participant_id
            AND answered.from_sequence <= entry.in_reply_to
            AND (answered.to_sequence IS NULL OR answered.to_sequence >= entry.in_reply_to))
        THEN entry.in_reply_to END AS in_reply_to,
    entry.author_id <> seat.person_id AND entry.deleted_at IS NULL AND block.blocked_id IS NULL
        AND (entry.kind = 'message' OR (entry.subject_id IS NOT NULL AND entry.subject_id = seat.person_id)) AS is_news,
    block.blocked_id IS NOT NULL AS from_blocked
FROM seats seat
JOIN messages entry
    ON entry.community_id = seat.community_id AND entry.conversation_id = seat.conversation_id
-- The text as it stood where what they see of it ended. It has not ended while they take part, and not for the one
-- message they are asked with, which is the whole of its span.
LEFT JOIN earlier_texts earlier
    ON earlier.community_id = entry.community_id AND earlier.message_id = entry.id
    AND earlier.up_to_sequence = CASE
        WHEN entry.edited_at IS NOT NULL AND entry.deleted_at IS NULL AND entry.author_id <> seat.person_id THEN (
            SELECT min(kept.up_to_sequence) FROM earlier_texts kept
            WHERE kept.community_id = entry.community_id AND kept.message_id = entry.id
                AND kept.up_to_sequence >= (
                    SELECT max(CASE WHEN span.to_sequence > entry.sequence THEN span.to_sequence
                        ELSE 9223372036854775807 END)
                    FROM visible_spans span
                    WHERE span.community_id = seat.community_id AND span.participant_id = seat.participant_id
                        AND span.from_sequence <= entry.sequence
                        AND (span.to_sequence IS NULL OR span.to_sequence >= entry.sequence)))
        END
LEFT JOIN people author ON author.community_id = entry.community_id AND author.id = entry.author_id
LEFT JOIN blocks block
    ON block.community_id = seat.community_id AND block.person_id = seat.person_id
    AND block.blocked_id = entry.author_id
LEFT JOIN people subject ON subject.community_id = entry.community_id AND subject.id = entry.subject_id
WHERE EXISTS (
    SELECT 1 FROM visible_spans span
    WHERE span.community_id = seat.community_id AND span.participant_id = seat.participant_id
        AND span.from_sequence <= entry.sequence
        AND (span.to_sequence IS NULL OR span.to_sequence >= entry.sequence));

-- A person's conversation as it stands in their list, with the last entry they may see. Who else is in it is asked
-- for the conversations of a page together.
DROP VIEW listed_conversations;
CREATE VIEW listed_conversations AS
SELECT seat.community_id, seat.person_id, seat.conversation_id, conversation.kind,
    CASE WHEN seat.shelf = 'past' THEN seat.past_title ELSE conversation.title END AS title,
    conversation.kind <> 'direct' AND (conversation.adding = 'everyone' OR participant.role = 'host') AS may_add,
    conversation.closed_at IS NOT NULL AS is_closed,
    participant.state, participant.asked_at, participant.joined_at, participant.went, seat.shelf, seat.level,
    seat.starred, seat.read_sequence, seat.unread_count, seat.rings, seat.active_at, entry.id AS entry_id,
    entry.kind AS entry_kind, entry.excerpt AS entry_excerpt,
    CASE WHEN entry.kind <> 'message' THEN entry.source END AS entry_detail,
    block.blocked_id IS NOT NULL AS from_blocked,
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
LEFT JOIN blocks block
    ON block.community_id = seat.community_id AND block.person_id = seat.person_id
    AND block.blocked_id = entry.author_id
LEFT JOIN people subject ON subject.community_id = entry.community_id AND subject.id = entry.subject_id;
