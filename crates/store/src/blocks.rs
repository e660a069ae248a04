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

/// Has a person blocked by another no more; returns since when they were, if they were.
pub fn delete(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    blocked: PersonId,
) -> Result<Option<Timestamp>, Error> {
    tx.query_optional(
        "DELETE FROM blocks WHERE community_id = $1 AND person_id = $2 AND blocked_id = $3 RETURNING created_at",
        &[&community, &person, &blocked],
        |row| row.get(0),
    )
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

/// The conversations of two people, and those to which the second asked the first, with an invitation that can still be
/// accepted or once was. In the order in which they are locked.
pub fn list_concerned(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (person, other): (PersonId, PersonId),
) -> Result<Vec<ConversationId>, Error> {
    let [lower, higher] = if person <= other { [person, other] } else { [other, person] };
    tx.list(
        "SELECT conversation_id FROM direct_pairs
             WHERE community_id = $1 AND lower_person_id = $4 AND higher_person_id = $5
         UNION SELECT conversation_id FROM invitations
             WHERE community_id = $1 AND inviter_id = $3 AND invitee_id = $2 AND state IN ('pending', 'declined')
         UNION SELECT invitation.conversation_id FROM invitations invitation
             JOIN conversations conversation
                 ON conversation.community_id = $1 AND conversation.id = invitation.conversation_id
                 AND conversation.kind = 'direct'
             WHERE invitation.community_id = $1 AND invitation.inviter_id = $2 AND invitation.invitee_id = $3
                 AND invitation.state IN ('pending', 'declined')
         ORDER BY conversation_id",
        &[&community, &person, &other, &lower, &higher],
        |row| row.get(0),
    )
}

/// The conversations of several to which a person asked another, who did not accept.
pub fn list_asked(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    other: PersonId,
) -> Result<Vec<ConversationId>, Error> {
    tx.list(
        "SELECT invitation.conversation_id FROM invitations invitation
         JOIN conversations conversation
             ON conversation.community_id = $1 AND conversation.id = invitation.conversation_id
             AND conversation.kind <> 'direct'
         WHERE invitation.community_id = $1 AND invitation.inviter_id = $2 AND invitation.invitee_id = $3
             AND invitation.state IN ('pending', 'declined')",
        &[&community, &person, &other],
        |row| row.get(0),
    )
}

/// The conversations of a person that have something unread, and another is in or was.
pub fn list_unread_with(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    other: PersonId,
) -> Result<Vec<ConversationId>, Error> {
    tx.list(
        "SELECT own.conversation_id FROM seats own
         JOIN seats theirs
             ON theirs.community_id = $1 AND theirs.person_id = $3 AND theirs.conversation_id = own.conversation_id
         WHERE own.community_id = $1 AND own.person_id = $2 AND own.unread_count > 0
             AND own.shelf IN ('list', 'archive')",
        &[&community, &person, &other],
        |row| row.get(0),
    )
}
