//! Whom each person knows: those with whom they take part in a conversation, or did.

use crate::{Error, Tx};
use snug_domain::{CommunityId, ConversationId, PersonId};

/// Notes that a person knows everybody who takes part in a conversation, and they know them. In one order, after the
/// people were locked: so two who come to know the same people at once do not wait for each other.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    person: PersonId,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO acquaintances (community_id, person_id, known_id)
         SELECT community_id, person_id, known_id FROM (
             SELECT own.community_id, own.person_id, other.person_id AS known_id
             FROM participants own
             JOIN participants other
                 ON other.community_id = $1 AND other.conversation_id = $2 AND other.id <> own.id
             WHERE own.community_id = $1 AND own.conversation_id = $2
                 AND own.state = 'joined' AND other.state = 'joined'
                 AND (own.person_id = $3 OR other.person_id = $3)
                 AND own.person_id IS NOT NULL AND other.person_id IS NOT NULL
         ) AS pairs
         ORDER BY person_id, known_id
         ON CONFLICT (community_id, person_id, known_id) DO NOTHING",
        &[&community, &conversation, &person],
    )
}
