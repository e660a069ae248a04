//! A person's conversations as a list: each with its last words.
//!
//! A page costs two statements, however many people there are: the rows, then the faces of them all (see
//! [`crate::faces`]). The rows walk an index from a place in the list and stop after a page; what that costs does not
//! depend on how many conversations there are. Nothing that is asked beside a row can make it disappear, or come twice.
//!
//! States are the true ones here. What of them may be told is decided in `domain`, by whoever makes a list of rows.

use crate::added::{self, Told};
use crate::people;
use crate::{Error, Row, Tx};
use snug_domain::conversations::{ConversationKind, EntryKind, Level, ParticipantState, Shelf, Went};
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
    /// Whether the person may add people while they take part.
    pub may_add: bool,
    /// Whether two talked in it, and one of them blocked the other.
    pub is_closed: bool,
    /// How the person stands in it.
    pub state: ParticipantState,
    /// When they were asked.
    pub asked_at: Option<Timestamp>,
    /// Whether they take part, or did.
    pub was_in: bool,
    /// How they last went, if they do not take part now.
    pub went: Option<Went>,
    /// Which of their lists it is on.
    pub shelf: Shelf,
    /// How much they want to hear.
    pub level: Level,
    /// Whether they marked it with a star.
    pub starred: bool,
    /// The number of the last entry they read.
    pub read_sequence: i64,
    /// How many entries are unread.
    pub unread_count: i64,
    /// Whether the bell counts it.
    pub rings: bool,
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
    /// Whom a line is about, beside its author.
    pub subject: Option<NamedPerson>,
    /// Whom a line is about too, where several were added at once.
    pub also: Vec<NamedPerson>,
    /// The title, or whatever else a line tells of.
    pub detail: Option<String>,
    /// Its first words, in one line.
    pub excerpt: String,
    /// Whether it was deleted.
    pub is_deleted: bool,
    /// Whether somebody wrote it whom the reader blocked.
    pub from_blocked: bool,
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

/// Where the rows of a list come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelves {
    /// What they take part in, and what they were asked to after a time.
    List {
        /// That time.
        asked_after: Timestamp,
    },
    /// What they put away, what they were in, even if they were asked again before a time, and what they declined after
    /// it and can still accept.
    Archive {
        /// That time.
        asked_after: Timestamp,
    },
    /// What they were asked to after a time.
    Invitations {
        /// That time.
        asked_after: Timestamp,
    },
}

/// The columns of a row, in a `listed` conversation.
macro_rules! listed_columns {
    () => {
        "listed.conversation_id, listed.kind, listed.title, listed.may_add, listed.is_closed, listed.state, listed.asked_at,
         listed.joined_at IS NOT NULL AS was_in, listed.went, listed.shelf, listed.level, listed.starred,
         listed.read_sequence, listed.unread_count, listed.rings, listed.active_at, listed.entry_id, listed.entry_kind,
         listed.entry_excerpt, listed.entry_detail, listed.entry_deleted_at, listed.author_id, listed.author_kind,
         listed.author_name, listed.author_handle, listed.subject_id, listed.subject_kind, listed.subject_name,
         listed.subject_handle, listed.from_blocked"
    };
}

/// The conversations of a person on these shelves, the newest first, from a place on.
pub fn list(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    shelves: Shelves,
    from: Place,
    limit: i64,
) -> Result<Vec<Entry>, Error> {
    let asked = Shelf::Invitations;
    let (lasting, other, lapsing, lapsed, after) = match shelves {
        Shelves::List { asked_after } => (Some(Shelf::List), None, asked, None, asked_after),
        Shelves::Archive { asked_after } => {
            (Some(Shelf::Archive), Some(Shelf::Past), Shelf::Declined, Some(asked), asked_after)
        }
        Shelves::Invitations { asked_after } => (None, None, asked, None, asked_after),
    };
    let found = tx.list(
        concat!(
            "SELECT ",
            listed_columns!(),
            " FROM (
                 SELECT conversation_id, active_at FROM (
                     SELECT * FROM (
                         SELECT conversation_id, active_at FROM seats
                         WHERE community_id = $1 AND person_id = $2 AND shelf = $3
                             AND (active_at, conversation_id) < ($4, $5)
                         ORDER BY active_at DESC, conversation_id DESC LIMIT $9) AS lasting
                     UNION ALL
                     SELECT * FROM (
                         SELECT conversation_id, active_at FROM seats
                         WHERE community_id = $1 AND person_id = $2 AND shelf = $6
                             AND (active_at, conversation_id) < ($4, $5)
                         ORDER BY active_at DESC, conversation_id DESC LIMIT $9) AS other
                     UNION ALL
                     SELECT * FROM (
                         SELECT conversation_id, active_at FROM seats
                         WHERE community_id = $1 AND person_id = $2 AND shelf = $7 AND active_at > $8
                             AND (active_at, conversation_id) < ($4, $5)
                         ORDER BY active_at DESC, conversation_id DESC LIMIT $9) AS lapsing
                     UNION ALL
                     SELECT * FROM (
                         SELECT seat.conversation_id, seat.active_at FROM seats seat
                         JOIN participants own
                             ON own.community_id = $1 AND own.id = seat.participant_id AND own.joined_at IS NOT NULL
                         WHERE seat.community_id = $1 AND seat.person_id = $2 AND seat.shelf = $10
                             AND seat.active_at <= $8 AND (seat.active_at, seat.conversation_id) < ($4, $5)
                         ORDER BY seat.active_at DESC, seat.conversation_id DESC LIMIT $9) AS lapsed
                 ) AS shelves
                 ORDER BY active_at DESC, conversation_id DESC LIMIT $9
             ) AS page
             JOIN listed_conversations listed
                 ON listed.community_id = $1 AND listed.person_id = $2
                 AND listed.conversation_id = page.conversation_id
             ORDER BY page.active_at DESC, page.conversation_id DESC"
        ),
        &[
            &community,
            &person,
            &lasting,
            &from.active_at,
            &from.conversation,
            &other,
            &lapsing,
            &after,
            &limit,
            &lapsed,
        ],
        read,
    )?;
    with_people(tx, community, found)
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
    let found = tx.list(
        concat!(
            "SELECT ",
            listed_columns!(),
            " FROM listed_conversations listed
             WHERE listed.community_id = $1 AND listed.person_id = $2 AND listed.unread_count > 0
                 AND (listed.active_at, listed.conversation_id) < ($3, $4)
                 AND (listed.shelf <> 'invitations' OR listed.active_at > $5)
             ORDER BY listed.active_at DESC, listed.conversation_id DESC LIMIT $6"
        ),
        &[&community, &person, &from.active_at, &from.conversation, &invited_after, &limit],
        read,
    )?;
    with_people(tx, community, found)
}

/// Those of them that the bell counts.
pub fn list_ringing(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    invited_after: Timestamp,
    limit: i64,
) -> Result<Vec<Entry>, Error> {
    let found = tx.list(
        concat!(
            "SELECT ",
            listed_columns!(),
            " FROM listed_conversations listed
             WHERE listed.community_id = $1 AND listed.person_id = $2 AND listed.rings = TRUE
                 AND (listed.shelf <> 'invitations' OR listed.active_at > $3)
             ORDER BY listed.active_at DESC, listed.conversation_id DESC LIMIT $4"
        ),
        &[&community, &person, &invited_after, &limit],
        read,
    )?;
    with_people(tx, community, found)
}

/// Conversations of a person that have a star, the newest first, from a place on.
pub fn list_starred(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    from: Place,
    limit: i64,
) -> Result<Vec<Entry>, Error> {
    let found = tx.list(
        concat!(
            "SELECT ",
            listed_columns!(),
            " FROM listed_conversations listed
             WHERE listed.community_id = $1 AND listed.person_id = $2 AND listed.starred = TRUE
                 AND (listed.active_at, listed.conversation_id) < ($3, $4)
                 AND listed.shelf IN ('list', 'archive', 'past')
             ORDER BY listed.active_at DESC, listed.conversation_id DESC LIMIT $5"
        ),
        &[&community, &person, &from.active_at, &from.conversation, &limit],
        read,
    )?;
    with_people(tx, community, found)
}

/// One conversation as it stands in a person's list.
pub fn find(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    conversation: ConversationId,
) -> Result<Option<Entry>, Error> {
    let found = tx.query_optional(
        concat!(
            "SELECT ",
            listed_columns!(),
            " FROM listed_conversations listed
             WHERE listed.community_id = $1 AND listed.person_id = $2 AND listed.conversation_id = $3"
        ),
        &[&community, &person, &conversation],
        read,
    )?;
    Ok(with_people(tx, community, found.into_iter().collect())?.pop())
}

/// The same rows, with everybody whom a line at their end is about.
fn with_people(tx: &mut Tx<'_>, community: CommunityId, mut rows: Vec<Entry>) -> Result<Vec<Entry>, Error> {
    added::name(tx, community, &mut rows, |row| {
        let LastEntry { kind, detail, also, .. } = row.last.as_mut()?;
        Some(Told { kind: *kind, detail: detail.as_deref().unwrap_or_default(), also })
    })?;
    Ok(rows)
}

fn read(row: &Row<'_>) -> Result<Entry, Error> {
    let last = match row.get::<Option<MessageId>>("entry_id")? {
        None => None,
        Some(id) => Some(LastEntry {
            id,
            kind: row.get("entry_kind")?,
            author: people::read_named(row, "author_id")?,
            subject: people::read_named_if_any(row, "subject_id")?,
            also: Vec::new(),
            detail: row.get("entry_detail")?,
            excerpt: row.get("entry_excerpt")?,
            is_deleted: row.get::<Option<Timestamp>>("entry_deleted_at")?.is_some(),
            from_blocked: row.get("from_blocked")?,
        }),
    };
    Ok(Entry {
        conversation: row.get("conversation_id")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        may_add: row.get("may_add")?,
        is_closed: row.get("is_closed")?,
        state: row.get("state")?,
        asked_at: row.get("asked_at")?,
        was_in: row.get("was_in")?,
        went: row.get("went")?,
        shelf: row.get("shelf")?,
        level: row.get("level")?,
        starred: row.get("starred")?,
        read_sequence: row.get("read_sequence")?,
        unread_count: row.get("unread_count")?,
        rings: row.get("rings")?,
        active_at: row.get("active_at")?,
        last,
    })
}
