//! Every private text of a database, so that a test can look for them where none may be.
//!
//! Compiled only with the feature `testing`. A test holds that each text column of the schema is read here, or
//! excused there by name.

use crate::{Error, Tx};

/// What people wrote, what they are called and where they get mail, of all communities.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<String>, Error> {
    tx.query(
        "SELECT source FROM messages WHERE kind IN ('message', 'renamed')
         UNION SELECT html FROM messages
         UNION SELECT excerpt FROM messages
         UNION SELECT coalesce(client_id, '') FROM messages
         UNION SELECT source FROM deleted_texts
         UNION SELECT source FROM earlier_texts
         UNION SELECT html FROM earlier_texts
         UNION SELECT excerpt FROM earlier_texts
         UNION SELECT coalesce(title, '') FROM conversations
         UNION SELECT coalesce(past_title, '') FROM seats
         UNION SELECT name FROM people
         UNION SELECT handle FROM people
         UNION SELECT handle FROM released_handles
         UNION SELECT about FROM people
         UNION SELECT mail_name FROM people
         UNION SELECT coalesce(password_hash, '') FROM people
         UNION SELECT address FROM addresses
         UNION SELECT address_key FROM addresses
         UNION SELECT client FROM sessions
         UNION SELECT coalesce(client, '') FROM links
         UNION SELECT name FROM api_tokens
         UNION SELECT name FROM sign_ups
         UNION SELECT address FROM sign_ups
         UNION SELECT password_hash FROM sign_ups
         UNION SELECT address FROM deliveries
         UNION SELECT reply FROM deliveries WHERE state IN ('sent', 'deferred', 'bounced')",
        &[],
        |row| row.get(0),
    )
}
