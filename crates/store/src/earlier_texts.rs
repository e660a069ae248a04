//! The texts of messages before they were edited, for those who had gone by then: the time somebody was in a
//! conversation stands for them as it stood when they went.
//!
//! The view `visible_entries` reads these.

use crate::{Error, Tx};
use snug_domain::{CommunityId, MessageId};

/// Keeps what a message says, which is about to be edited, if somebody has gone since it was last kept. `last_sequence`
/// is the number of the conversation's last entry.
pub fn insert(tx: &mut Tx<'_>, community: CommunityId, message: MessageId, last_sequence: i64) -> Result<(), Error> {
    tx.run(
        "INSERT INTO earlier_texts (community_id, message_id, up_to_sequence, source, html, excerpt, renderer, edited_at)
         SELECT entry.community_id, entry.id, $3, entry.source, entry.html, entry.excerpt, entry.renderer,
             entry.edited_at
         FROM messages entry
         WHERE entry.community_id = $1 AND entry.id = $2 AND EXISTS (
             SELECT 1 FROM participants participant
             JOIN visible_spans span
                 ON span.community_id = participant.community_id AND span.participant_id = participant.id
             WHERE participant.community_id = entry.community_id
                 AND participant.conversation_id = entry.conversation_id
                 AND span.from_sequence <= entry.sequence AND span.to_sequence > entry.sequence
                 AND span.to_sequence > coalesce(
                     (SELECT max(kept.up_to_sequence) FROM earlier_texts kept
                      WHERE kept.community_id = entry.community_id AND kept.message_id = entry.id), 0))",
        &[&community, &message, &last_sequence],
    )
}
