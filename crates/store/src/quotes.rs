//! Quotes: the messages that others answer, as they stand above their answers.

use crate::people;
use crate::{Error, Tx};
use snug_domain::people::NamedPerson;
use snug_domain::{CommunityId, ConversationId, MessageId, PersonId, Timestamp};

/// A message that others answer, as it is quoted above their answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// Its id.
    pub id: MessageId,
    /// Its number.
    pub sequence: i64,
    /// Who wrote it.
    pub author: NamedPerson,
    /// Its first words in one line; empty once deleted.
    pub excerpt: String,
    /// Whether somebody wrote it whom the reader blocked.
    pub from_blocked: bool,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

/// The messages with these numbers that this person may see, in any order.
pub fn list(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (reader, conversation): (PersonId, ConversationId),
    sequences: &[i64],
) -> Result<Vec<Quoted>, Error> {
    if sequences.is_empty() {
        return Ok(Vec::new());
    }
    // One value for any number of them.
    let sequences: Vec<String> = sequences.iter().map(i64::to_string).collect();
    let sql = tx.for_engine(
        "SELECT id, sequence, author_id, author_kind, author_name, author_handle, excerpt, deleted_at, from_blocked
         FROM visible_entries
         WHERE community_id = $1 AND reader_id = $2 AND conversation_id = $3 AND kind = 'message'
             AND sequence IN (SELECT value FROM json_each('[' || $4 || ']'))",
        "SELECT id, sequence, author_id, author_kind, author_name, author_handle, excerpt, deleted_at, from_blocked
         FROM visible_entries
         WHERE community_id = $1 AND reader_id = $2 AND conversation_id = $3 AND kind = 'message'
             AND sequence = ANY (CAST(string_to_array($4, ',') AS BIGINT[]))",
    );
    tx.list(sql, &[&community, &reader, &conversation, &sequences.join(",")], |row| {
        Ok(Quoted {
            id: row.get("id")?,
            sequence: row.get("sequence")?,
            author: people::read_named(row, "author_id")?,
            excerpt: row.get("excerpt")?,
            from_blocked: row.get("from_blocked")?,
            is_deleted: row.get::<Option<Timestamp>>("deleted_at")?.is_some(),
        })
    })
}
