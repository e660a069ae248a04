//! Conversations, and which one two people have.

use crate::words::word;
use crate::{Error, Tx};
use snug_domain::conversations::ConversationKind;
use snug_domain::{CommunityId, ConversationId, PersonId, Timestamp};

/// Begins a conversation, with the number of the entry that is about to be its first and last.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ConversationId,
    kind: ConversationKind,
    created_by: PersonId,
    now: Timestamp,
    last_sequence: i64,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO conversations (community_id, id, kind, created_by, created_at, last_sequence)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[&community, &id, &word(kind), &created_by, &now, &last_sequence],
    )
}

/// Counts a new entry: the last number is now its own. Keeps other writes about the conversation away until the
/// transaction ends, as [`Tx::lock_conversation`] does.
pub fn count_entry(tx: &mut Tx<'_>, community: CommunityId, id: ConversationId) -> Result<(), Error> {
    tx.run(
        "UPDATE conversations SET last_sequence = last_sequence + 1 WHERE community_id = $1 AND id = $2",
        &[&community, &id],
    )
}

/// Makes this the one direct conversation of two people. [`Error::Conflict`] if they have one.
pub fn insert_direct_pair(
    tx: &mut Tx<'_>,
    community: CommunityId,
    pair: [PersonId; 2],
    id: ConversationId,
) -> Result<(), Error> {
    let [lower, higher] = ordered(pair);
    tx.run(
        "INSERT INTO direct_pairs (community_id, lower_person_id, higher_person_id, conversation_id)
         VALUES ($1, $2, $3, $4)",
        &[&community, &lower, &higher, &id],
    )
}

/// The direct conversation of two people, once accepted.
pub fn find_direct_pair(
    tx: &mut Tx<'_>,
    community: CommunityId,
    pair: [PersonId; 2],
) -> Result<Option<ConversationId>, Error> {
    let [lower, higher] = ordered(pair);
    tx.query_optional(
        "SELECT conversation_id FROM direct_pairs
         WHERE community_id = $1 AND lower_person_id = $2 AND higher_person_id = $3",
        &[&community, &lower, &higher],
        |row| row.get(0),
    )
}

fn ordered([one, other]: [PersonId; 2]) -> [PersonId; 2] {
    if one <= other { [one, other] } else { [other, one] }
}
