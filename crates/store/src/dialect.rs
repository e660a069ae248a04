//! Every difference between the engines that a statement can show.
//!
//! All else in the noun modules is one SQL text for both. A statement that needs
//! two texts has them side by side in a call of [`Tx::for_engine`], so that the
//! test that prepares every statement knows which is for whom.

use crate::error::Error;
use crate::tx::Tx;
use snug_domain::{CommunityId, ConversationId, PersonId};

/// The kinds of database this program runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file, one node.
    Sqlite,
    /// A server, any number of nodes.
    Postgres,
}

impl Tx<'_> {
    /// The text for the engine at hand.
    pub(crate) const fn for_engine(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self.engine() {
            Engine::Sqlite => sqlite,
            Engine::Postgres => postgres,
        }
    }

    /// Keeps every other write away from this conversation until the end of the
    /// transaction, and tells whether it exists. First in every write about it.
    pub fn lock_conversation(&mut self, community: CommunityId, conversation: ConversationId) -> Result<bool, Error> {
        // Not FOR UPDATE: rows that only refer to this one may still be inserted.
        let sql = self.for_engine(
            "SELECT id FROM conversations WHERE community_id = $1 AND id = $2",
            "SELECT id FROM conversations WHERE community_id = $1 AND id = $2 FOR NO KEY UPDATE",
        );
        let found = self.query_optional(sql, &[&community, &conversation], |row| row.get::<ConversationId>(0))?;
        Ok(found.is_some())
    }

    /// Keeps every other write away from this person until the end of the
    /// transaction, and tells whether they exist. After the conversation, and in
    /// order of id where there are several, so that nothing deadlocks.
    pub fn lock_person(&mut self, community: CommunityId, person: PersonId) -> Result<bool, Error> {
        let sql = self.for_engine(
            "SELECT id FROM people WHERE community_id = $1 AND id = $2",
            "SELECT id FROM people WHERE community_id = $1 AND id = $2 FOR NO KEY UPDATE",
        );
        let found = self.query_optional(sql, &[&community, &person], |row| row.get::<PersonId>(0))?;
        Ok(found.is_some())
    }
}
