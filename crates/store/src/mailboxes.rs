//! A person's conversations as a list: each with its last words, and the first faces of the others in it.
//!
//! A page costs two statements, however many people there are: the rows, then the faces of them all. The rows walk an
//! index from a place in the list and stop after a page; what that costs does not depend on how many conversations there
//! are. Nothing that is asked beside a row can make it disappear, or come twice.
//!
//! States are the true ones here. What of them may be told is decided in `domain`, by whoever makes a list of rows.

use crate::people;
use crate::{Error, Row, Tx};
use snug_domain::conversations::{ConversationKind, EntryKind, Level, ParticipantState, Shelf};
use snug_domain::people::NamedPerson;
use snug_domain::{CommunityId, ConversationId, MessageId, PersonId, Timestamp};
use uuid::Uuid;

/// A conversation in a person's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The conversation.
    pub conversation: ConversationId,
    /// What it is.
    pub kind: ConversationKind,
    /// What its people call it.
    pub title: Option<String>,
    /// How the person stands in it.
    pub state: ParticipantState,
    /// When they were asked.
    pub asked_at: Option<Timestamp>,
    /// Which of their lists it is on.
    pub shelf: Shelf,
    /// How much they want to hear.
    pub level: Level,
    /// The number of the last entry they read.
    pub read_sequence: i64,
    /// How many entries are unread.
    pub unread_count: i64,
    /// When something last happened in it.
    pub active_at: Timestamp,
    /// The last entry they may see.
    pub last: Option<LastEntry>,
}

/// The last entry of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastEntry {
    /// Its id.
    pub id: MessageId,
    /// Message or line.
    pub kind: EntryKind,
    /// Who wrote it, or did what it says.
    pub author: NamedPerson,
    /// Its first words, in one line.
    pub excerpt: String,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

/// One of the others in a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The conversation.
    pub conversation: ConversationId,
    /// Who.
    pub person: NamedPerson,
    /// Whether their name looks like that of somebody else.
    pub is_lookalike: bool,
    /// How they stand in it.
    pub state: ParticipantState,
    /// When they last used a visible page, if they and the reader both take part and both show it.
    pub seen_at: Option<Timestamp>,
    /// The number of the last entry they read.
    pub read_sequence: i64,
    /// Of all the others in the conversation, with those who have no face here.
    pub all: Others,
}

/// The others in a conversation, taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Others {
    /// How many take part.
    pub joined: i64,
    /// How many were asked and did not accept, whatever they decided.
    pub asked: i64,
    /// When the last of those was asked.
    pub asked_at: Option<Timestamp>,
    /// The number of the last entry that any who takes part read.
    pub read_sequence: i64,
}

/// A place in the list: what stands before it is newer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// When something last happened in the conversation at this place.
    pub active_at: Timestamp,
    /// That conversation.
    pub conversation: ConversationId,
}

impl Place {
    /// Before the first.
    pub const TOP: Self = Self { active_at: Timestamp(i64::MAX), conversation: ConversationId(Uuid::max()) };
}

/// The conversations on one shelf of a person and those on another, the newest first, from a place on. What is on the
/// second is listed only if something happened in it after a time.
pub fn list(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    (lasting, (lapsing, after)): (Option<Shelf>, (Shelf, Timestamp)),
    from: Place,
    limit: i64,
) -> Result<Vec<Entry>, Error> {
    tx.list(
        "SELECT listed.conversation_id, kind, title, state, asked_at, shelf, level, read_sequence, unread_count,
             listed.active_at, entry_id, entry_kind, entry_excerpt, entry_deleted_at, author_id, author_kind,
             author_name, author_handle
         FROM (
             SELECT conversation_id, active_at FROM (
                 SELECT * FROM (
                     SELECT conversation_id, active_at FROM seats
                     WHERE community_id = $1 AND person_id = $2 AND shelf = $3
                         AND (active_at, conversation_id) < ($4, $5)
                     ORDER BY active_at DESC, conversation_id DESC LIMIT $8) AS lasting
                 UNION ALL
                 SELECT * FROM (
                     SELECT conversation_id, active_at FROM seats
                     WHERE community_id = $1 AND person_id = $2 AND shelf = $6 AND active_at > $7
                         AND (active_at, conversation_id) < ($4, $5)
                     ORDER BY active_at DESC, conversation_id DESC LIMIT $8) AS lapsing
             ) AS shelves
             ORDER BY active_at DESC, conversation_id DESC LIMIT $8
         ) AS page
         JOIN listed_conversations listed
             ON listed.community_id = $1 AND listed.person_id = $2
             AND listed.conversation_id = page.conversation_id
         ORDER BY page.active_at DESC, page.conversation_id DESC",
        &[&community, &person, &lasting, &from.active_at, &from.conversation, &lapsing, &after, &limit],
        read,
    )
}

/// Conversations of a person that have something unread, and invitations sent after a time, the newest first.
pub fn list_unread(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    from: Place,
    invited_after: Timestamp,
    limit: i64,
) -> Result<Vec<Entry>, Error> {
    tx.list(
        "SELECT conversation_id, kind, title, state, asked_at, shelf, level, read_sequence, unread_count, active_at,
             entry_id, entry_kind, entry_excerpt, entry_deleted_at, author_id, author_kind, author_name, author_handle
         FROM listed_conversations
         WHERE community_id = $1 AND person_id = $2 AND unread_count > 0
             AND (active_at, conversation_id) < ($3, $4) AND (shelf <> 'invitations' OR active_at > $5)
         ORDER BY active_at DESC, conversation_id DESC LIMIT $6",
        &[&community, &person, &from.active_at, &from.conversation, &invited_after, &limit],
        read,
    )
}

/// One conversation as it stands in a person's list.
pub fn find(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    conversation: ConversationId,
) -> Result<Option<Entry>, Error> {
    tx.query_optional(
        "SELECT conversation_id, kind, title, state, asked_at, shelf, level, read_sequence, unread_count, active_at,
             entry_id, entry_kind, entry_excerpt, entry_deleted_at, author_id, author_kind, author_name, author_handle
         FROM listed_conversations
         WHERE community_id = $1 AND person_id = $2 AND conversation_id = $3",
        &[&community, &person, &conversation],
        read,
    )
}

/// The first of the others in each of these conversations of a person, so many of each: who takes part before who is
/// asked, the earliest first.
pub fn list_faces(
    tx: &mut Tx<'_>,
    community: CommunityId,
    reader: PersonId,
    conversations: impl Iterator<Item = ConversationId>,
    of_each: i64,
) -> Result<Vec<Face>, Error> {
    // One value for any number of them.
    let ids: Vec<String> = conversations.map(|id| id.0.simple().to_string()).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = tx.for_engine(
        "SELECT face.conversation_id, person.id, person.kind, person.name, person.handle, face.state,
             presence.seen_at, face.read_sequence, face.joined, face.asked, face.last_asked_at, face.last_read_sequence,
             EXISTS (SELECT 1 FROM lookalikes WHERE lookalikes.community_id = $1
                 AND lookalikes.person_id = face.person_id) AS is_lookalike
         FROM (
             SELECT other.conversation_id, other.person_id, other.state, coalesce(seat.read_sequence, 0) AS read_sequence,
                 own.shelf IN ('list', 'archive') AND other.state = 'joined' AS is_between,
                 row_number() OVER (PARTITION BY other.conversation_id ORDER BY
                     CASE other.state WHEN 'joined' THEN 0 WHEN 'invited' THEN 1 WHEN 'declined' THEN 1 ELSE 2 END,
                     CASE WHEN other.asked_at IS NULL THEN 0 ELSE 1 END, other.asked_at, other.id) AS place,
                 count(CASE WHEN other.state = 'joined' THEN 1 END) OVER (PARTITION BY other.conversation_id) AS joined,
                 count(CASE WHEN other.state IN ('invited', 'declined') THEN 1 END)
                     OVER (PARTITION BY other.conversation_id) AS asked,
                 max(CASE WHEN other.state IN ('invited', 'declined') THEN other.asked_at END)
                     OVER (PARTITION BY other.conversation_id) AS last_asked_at,
                 coalesce(max(CASE WHEN other.state = 'joined' THEN seat.read_sequence END)
                     OVER (PARTITION BY other.conversation_id), 0) AS last_read_sequence
             FROM json_each('[\"' || replace($3, ',', '\",\"') || '\"]') AS wanted
             JOIN seats own
                 ON own.community_id = $1 AND own.person_id = $2 AND own.conversation_id = unhex(wanted.value)
             JOIN participants other
                 ON other.community_id = $1 AND other.conversation_id = own.conversation_id
                 AND other.id <> own.participant_id AND other.person_id IS NOT NULL
             LEFT JOIN seats seat
                 ON seat.community_id = $1 AND seat.person_id = other.person_id
                 AND seat.conversation_id = other.conversation_id
         ) AS face
         JOIN people person ON person.community_id = $1 AND person.id = face.person_id
         LEFT JOIN presence
             ON presence.community_id = $1 AND presence.person_id = face.person_id AND face.is_between
             AND NOT EXISTS (SELECT 1 FROM preferences WHERE preferences.community_id = $1
                 AND preferences.person_id IN ($2, face.person_id) AND preferences.shows_presence = FALSE)
         WHERE face.place <= $4 ORDER BY face.conversation_id, face.place",
        "SELECT face.conversation_id, person.id, person.kind, person.name, person.handle, face.state,
             presence.seen_at, face.read_sequence, face.joined, face.asked, face.last_asked_at, face.last_read_sequence,
             EXISTS (SELECT 1 FROM lookalikes WHERE lookalikes.community_id = $1
                 AND lookalikes.person_id = face.person_id) AS is_lookalike
         FROM (
             SELECT other.conversation_id, other.person_id, other.state, coalesce(seat.read_sequence, 0) AS read_sequence,
                 own.shelf IN ('list', 'archive') AND other.state = 'joined' AS is_between,
                 row_number() OVER (PARTITION BY other.conversation_id ORDER BY
                     CASE other.state WHEN 'joined' THEN 0 WHEN 'invited' THEN 1 WHEN 'declined' THEN 1 ELSE 2 END,
                     CASE WHEN other.asked_at IS NULL THEN 0 ELSE 1 END, other.asked_at, other.id) AS place,
                 count(CASE WHEN other.state = 'joined' THEN 1 END) OVER (PARTITION BY other.conversation_id) AS joined,
                 count(CASE WHEN other.state IN ('invited', 'declined') THEN 1 END)
                     OVER (PARTITION BY other.conversation_id) AS asked,
                 max(CASE WHEN other.state IN ('invited', 'declined') THEN other.asked_at END)
                     OVER (PARTITION BY other.conversation_id) AS last_asked_at,
                 coalesce(max(CASE WHEN other.state = 'joined' THEN seat.read_sequence END)
                     OVER (PARTITION BY other.conversation_id), 0) AS last_read_sequence
             FROM seats own
             JOIN participants other
                 ON other.community_id = $1 AND other.conversation_id = own.conversation_id
                 AND other.id <> own.participant_id AND other.person_id IS NOT NULL
             LEFT JOIN seats seat
                 ON seat.community_id = $1 AND seat.person_id = other.person_id
                 AND seat.conversation_id = other.conversation_id
             WHERE own.community_id = $1 AND own.person_id = $2
                 AND own.conversation_id = ANY (CAST(string_to_array($3, ',') AS UUID[]))
         ) AS face
         JOIN people person ON person.community_id = $1 AND person.id = face.person_id
         LEFT JOIN presence
             ON presence.community_id = $1 AND presence.person_id = face.person_id AND face.is_between
             AND NOT EXISTS (SELECT 1 FROM preferences WHERE preferences.community_id = $1
                 AND preferences.person_id IN ($2, face.person_id) AND preferences.shows_presence = FALSE)
         WHERE face.place <= $4 ORDER BY face.conversation_id, face.place",
    );
    tx.list(sql, &[&community, &reader, &ids.join(","), &of_each], read_face)
}

fn read(row: &Row<'_>) -> Result<Entry, Error> {
    let last = match row.get::<Option<MessageId>>(10)? {
        None => None,
        Some(id) => Some(LastEntry {
            id,
            kind: row.get(11)?,
            author: people::read_named(row, 14)?,
            excerpt: row.get(12)?,
            is_deleted: row.get::<Option<Timestamp>>(13)?.is_some(),
        }),
    };
    Ok(Entry {
        conversation: row.get(0)?,
        kind: row.get(1)?,
        title: row.get(2)?,
        state: row.get(3)?,
        asked_at: row.get(4)?,
        shelf: row.get(5)?,
        level: row.get(6)?,
        read_sequence: row.get(7)?,
        unread_count: row.get(8)?,
        active_at: row.get(9)?,
        last,
    })
}

fn read_face(row: &Row<'_>) -> Result<Face, Error> {
    Ok(Face {
        conversation: row.get(0)?,
        person: people::read_named(row, 1)?,
        state: row.get(5)?,
        is_lookalike: row.get(12)?,
        seen_at: row.get(6)?,
        read_sequence: row.get(7)?,
        all: Others { joined: row.get(8)?, asked: row.get(9)?, asked_at: row.get(10)?, read_sequence: row.get(11)? },
    })
}
