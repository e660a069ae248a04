//! The texts of messages that were just deleted, kept apart while their authors can undo it, so
//! that no statement that reads messages can meet them.

use crate::{Error, Tx};
use snug_domain::{CommunityId, MessageId, Timestamp};

/// Keeps the text of a message that is about to be deleted.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    message: MessageId,
    source: &str,
    deleted_at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO deleted_texts (community_id, message_id, source, deleted_at) VALUES ($1, $2, $3, $4)",
        &[&community, &message, &source, &deleted_at],
    )
}

/// The text of a deleted message, and when it was deleted.
pub fn find(tx: &mut Tx<'_>, community: CommunityId, message: MessageId) -> Result<Option<(String, Timestamp)>, Error> {
    tx.query_optional(
        "SELECT source, deleted_at FROM deleted_texts WHERE community_id = $1 AND message_id = $2",
        &[&community, &message],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Forgets the text of a message.
pub fn delete(tx: &mut Tx<'_>, community: CommunityId, message: MessageId) -> Result<(), Error> {
    tx.run("DELETE FROM deleted_texts WHERE community_id = $1 AND message_id = $2", &[&community, &message])
}

/// Forgets what was deleted before one time or after another, with what it said before it was edited, in every
/// community: the work of the program itself.
pub fn delete_old(tx: &mut Tx<'_>, before: Timestamp, after: Timestamp, limit: i64) -> Result<u64, Error> {
    tx.run(
        "DELETE FROM earlier_texts WHERE (community_id, message_id) IN (
             SELECT community_id, message_id FROM deleted_texts WHERE deleted_at < $1 OR deleted_at > $2)",
        &[&before, &after],
    )?;
    tx.run("DELETE FROM deleted_texts WHERE deleted_at > $1", &[&after])?;
    tx.execute(
        "DELETE FROM deleted_texts WHERE (community_id, message_id) IN (
             SELECT community_id, message_id FROM deleted_texts WHERE deleted_at < $1 ORDER BY deleted_at LIMIT $2)",
        &[&before, &limit],
    )
}
