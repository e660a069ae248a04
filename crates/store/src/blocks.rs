//! Who wants no messages of whom.

use crate::people;
use crate::{Error, Tx};
use snug_domain::people::NamedPerson;
use snug_domain::{CommunityId, ConversationId, PersonId, Timestamp};

/// What stands between two people, as one of them asks about the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    /// Whether the two take part in a conversation, or did.
    pub are_acquainted: bool,
    /// Whether the other blocked whoever asks.
    pub is_blocked: bool,
    /// Whether whoever asks blocked the other.
    pub has_blocked: bool,
}

/// What stands between two people: one statement, whatever the answer is.
pub fn find_between(
    tx: &mut Tx<'_>,
    community: CommunityId,
    asker: PersonId,
    other: PersonId,
) -> Result<Between, Error> {
    tx.query_one(
        "SELECT EXISTS (SELECT 1 FROM acquaintances WHERE community_id = $1 AND person_id = $2 AND known_id = $3),
             EXISTS (SELECT 1 FROM blocks WHERE community_id = $1 AND person_id = $3 AND blocked_id = $2),
             EXISTS (SELECT 1 FROM blocks WHERE community_id = $1 AND person_id = $2 AND blocked_id = $3)",
        &[&community, &asker, &other],
        |row| Ok(Between { are_acquainted: row.get(0)?, is_blocked: row.get(1)?, has_blocked: row.get(2)? }),
    )
}

/// Has a person blocked by another; false if they are already.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    blocked: PersonId,
    now: Timestamp,
) -> Result<bool, Error> {
    let inserted = tx.execute(
        "INSERT INTO blocks (community_id, person_id, blocked_id, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (community_id, person_id, blocked_id) DO NOTHING",
        &[&community, &person, &blocked, &now],
    )?;
    Ok(inserted > 0)
}

/// Has a person blocked by another no more; false if they are not.
pub fn delete(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, blocked: PersonId) -> Result<bool, Error> {
    let deleted = tx.execute(
        "DELETE FROM blocks WHERE community_id = $1 AND person_id = $2 AND blocked_id = $3",
        &[&community, &person, &blocked],
    )?;
    Ok(deleted > 0)
}

/// Those whom a person blocked, by name.
pub fn list(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Vec<(NamedPerson, Timestamp)>, Error> {
    tx.list(
        "SELECT blocked.id, blocked.kind, blocked.name, blocked.handle, block.created_at FROM blocks block
         JOIN people blocked ON blocked.community_id = block.community_id AND blocked.id = block.blocked_id
         WHERE block.community_id = $1 AND block.person_id = $2
         ORDER BY blocked.name, blocked.handle",
        &[&community, &person],
        |row| Ok((people::read_named(row, 0)?, row.get("created_at")?)),
    )
}

/// How many a person blocked.
pub fn count(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<i64, Error> {
    tx.query_one(
        "SELECT count(*) FROM blocks WHERE community_id = $1 AND person_id = $2",
        &[&community, &person],
        |row| row.get(0),
    )
}

/// Whether anybody whom a person blocked takes part in a conversation.
pub fn is_any_in(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    conversation: ConversationId,
) -> Result<bool, Error> {
    tx.query_one(
        "SELECT EXISTS (
             SELECT 1 FROM participants other
             JOIN blocks block ON block.community_id = $1 AND block.person_id = $2 AND block.blocked_id = other.person_id
             WHERE other.community_id = $1 AND other.conversation_id = $3 AND other.state = 'joined')",
        &[&community, &person, &conversation],
        |row| row.get(0),
    )
}

/// The conversations that a block of one person by another can change: the one the two have, and those with an
/// invitation of either to the other that can still be accepted. In the order in which they are locked.
pub fn list_concerned(
    tx: &mut Tx<'_>,
    community: CommunityId,
    pair: [PersonId; 2],
) -> Result<Vec<ConversationId>, Error> {
    let [one, other] = if pair[0] <= pair[1] { pair } else { [pair[1], pair[0]] };
    tx.list(
        "SELECT conversation_id FROM direct_pairs
             WHERE community_id = $1 AND lower_person_id = $2 AND higher_person_id = $3
         UNION SELECT conversation_id FROM invitations
             WHERE community_id = $1 AND inviter_id = $2 AND invitee_id = $3 AND state IN ('pending', 'declined')
         UNION SELECT conversation_id FROM invitations
             WHERE community_id = $1 AND inviter_id = $3 AND invitee_id = $2 AND state IN ('pending', 'declined')
         ORDER BY conversation_id",
        &[&community, &one, &other],
        |row| row.get(0),
    )
}
