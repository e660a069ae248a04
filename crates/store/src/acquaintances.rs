//! Whom each person knows: those with whom they take part in a conversation, or did.

use crate::{Error, Tx};
use snug_domain::{CommunityId, ConversationId, PersonId};

/// Notes that a person knows everybody who takes part in a conversation, and they know them.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    person: PersonId,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO acquaintances (community_id, person_id, known_id)
         SELECT $1, $3, other.person_id FROM participants other
             WHERE other.community_id = $1 AND other.conversation_id = $2 AND other.state = 'joined'
                 AND other.person_id IS NOT NULL AND other.person_id <> $3
         UNION ALL SELECT $1, other.person_id, $3 FROM participants other
             WHERE other.community_id = $1 AND other.conversation_id = $2 AND other.state = 'joined'
                 AND other.person_id IS NOT NULL AND other.person_id <> $3
         ON CONFLICT (community_id, person_id, known_id) DO NOTHING",
        &[&community, &conversation, &person],
    )
}
