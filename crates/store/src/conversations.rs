//! Conversations, and which one two people have.

use crate::words::{choice, word};
use crate::{Error, Tx};
use snug_domain::conversations::ConversationKind;
use snug_domain::{CommunityId, ConversationId, PersonId, Timestamp};

/// Begins a conversation, without participants or messages.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ConversationId,
    kind: ConversationKind,
    created_by: PersonId,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(
        "INSERT INTO conversations (community_id, id, kind, created_by, created_at, last_sequence)
         VALUES ($1, $2, $3, $4, $5, 0)",
        &[&community, &id, &word(kind), &created_by, &now],
    )?;
    Ok(())
}

/// What a conversation is, who began it, and the number of its last entry.
pub fn find(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ConversationId,
) -> Result<Option<(ConversationKind, PersonId, i64)>, Error> {
    tx.query_optional(
        "SELECT kind, created_by, last_sequence FROM conversations WHERE community_id = $1 AND id = $2",
        &[&community, &id],
        |row| Ok((choice(row, 0)?, row.get(1)?, row.get(2)?)),
    )
}

/// Takes the next number for an entry, if there is such a conversation. Keeps other writes about it away until the
/// transaction ends, as [`Tx::lock_conversation`] does.
pub fn next_sequence(tx: &mut Tx<'_>, community: CommunityId, id: ConversationId) -> Result<Option<i64>, Error> {
    tx.query_optional(
        "UPDATE conversations SET last_sequence = last_sequence + 1 WHERE community_id = $1 AND id = $2
         RETURNING last_sequence",
        &[&community, &id],
        |row| row.get(0),
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
    tx.execute(
        "INSERT INTO direct_pairs (community_id, lower_person_id, higher_person_id, conversation_id)
         VALUES ($1, $2, $3, $4)",
        &[&community, &lower, &higher, &id],
    )?;
    Ok(())
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
