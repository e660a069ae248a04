//! A person's conversations as a list: each with the other one and the last words.
//!
//! Every query walks an index from a place in the list and stops after a page; what it costs
//! does not depend on how many conversations there are.

use crate::words::{choice, word};
use crate::{Error, Row, Tx};
use snug_domain::conversations::{EntryKind, Level, ParticipantState};
use snug_domain::people::{Handle, PersonState};
use snug_domain::{CommunityId, ConversationId, MessageId, PersonId, Timestamp};
use uuid::Uuid;

/// A conversation in a person's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The conversation.
    pub conversation: ConversationId,
    /// How the person stands in it.
    pub state: ParticipantState,
    /// How much they want to hear.
    pub level: Level,
    /// Whether they put it away.
    pub archived: bool,
    /// How many entries are unread.
    pub unread_count: i64,
    /// When something last happened in it.
    pub active_at: Timestamp,
    /// The other one.
    pub other: PersonId,
    /// What the other one is called.
    pub other_name: String,
    /// The short name of the other one.
    pub other_handle: Handle,
    /// What became of the other one.
    pub other_person_state: PersonState,
    /// How the other one stands in it, as far as the person may know.
    pub other_state: ParticipantState,
    /// When the other one last used a visible page, as far as the person may know.
    pub other_seen_at: Option<Timestamp>,
    /// The last entry.
    pub last: LastEntry,
}

/// The last entry of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastEntry {
    /// Its id.
    pub id: MessageId,
    /// Message or line.
    pub kind: EntryKind,
    /// Who wrote it.
    pub author: PersonId,
    /// Its first words, in one line.
    pub excerpt: String,
    /// Whether it was deleted.
    pub is_deleted: bool,
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

/// Conversations of a person who stands so in them, the newest first, from a place on, back to a time; of those they
/// declined, only those they can still accept.
pub fn list(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    (state, archived): (ParticipantState, bool),
    from: Place,
    back_to: Timestamp,
    limit: i64,
) -> Result<Vec<Listed>, Error> {
    tx.list(
        "SELECT conversation_id, state, level, archived, unread_count, active_at, other_person_id, other_name, other_handle,
             other_person_state, other_state, other_seen_at, entry_id, entry_kind, entry_author_id, entry_excerpt,
             entry_deleted_at
         FROM listed_conversations
         WHERE community_id = $1 AND person_id = $2 AND state = $3 AND archived = $4
             AND (active_at, conversation_id) < ($5, $6) AND active_at > $7
             AND (state <> 'declined' OR other_state = 'joined')
         ORDER BY active_at DESC, conversation_id DESC LIMIT $8",
        &[&community, &person, &word(state), &archived, &from.active_at, &from.conversation, &back_to, &limit],
        read,
    )
}

/// Conversations of a person that have something unread, and invitations sent after a time, the
/// newest first.
pub fn list_unread(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    from: Place,
    invited_after: Timestamp,
    limit: i64,
) -> Result<Vec<Listed>, Error> {
    tx.list(
        "SELECT conversation_id, state, level, archived, unread_count, active_at, other_person_id, other_name, other_handle,
             other_person_state, other_state, other_seen_at, entry_id, entry_kind, entry_author_id, entry_excerpt,
             entry_deleted_at
         FROM listed_conversations
         WHERE community_id = $1 AND person_id = $2 AND unread_count > 0
             AND (active_at, conversation_id) < ($3, $4) AND (state <> 'invited' OR active_at > $5)
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
) -> Result<Option<Listed>, Error> {
    tx.query_optional(
        "SELECT conversation_id, state, level, archived, unread_count, active_at, other_person_id, other_name, other_handle,
             other_person_state, other_state, other_seen_at, entry_id, entry_kind, entry_author_id, entry_excerpt,
             entry_deleted_at
         FROM listed_conversations
         WHERE community_id = $1 AND person_id = $2 AND conversation_id = $3",
        &[&community, &person, &conversation],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Listed, Error> {
    let (state, other_state): (ParticipantState, ParticipantState) = (choice(row, 1)?, choice(row, 10)?);
    Ok(Listed {
        conversation: row.get(0)?,
        state,
        level: choice(row, 2)?,
        archived: row.get(3)?,
        unread_count: row.get(4)?,
        active_at: row.get(5)?,
        other: row.get(6)?,
        other_name: row.get(7)?,
        other_handle: Handle::parse(&row.get::<String>(8)?).map_err(|_| row.corrupt(8))?,
        other_person_state: choice(row, 9)?,
        other_state: other_state.as_told_to(state),
        other_seen_at: row.get(11)?,
        last: LastEntry {
            id: row.get(12)?,
            kind: choice(row, 13)?,
            author: row.get(14)?,
            excerpt: row.get(15)?,
            is_deleted: row.get::<Option<i64>>(16)?.is_some(),
        },
    })
}
