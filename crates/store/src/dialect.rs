//! Every difference between the engines that a statement can show.
//!
//! All else in the noun modules is one SQL text for both. A statement that needs
//! two texts has them side by side in a call of [`Tx::for_engine`], so that the
//! test that prepares every statement knows which is for whom.

use crate::bind::Bind;
use crate::error::Error;
use crate::tx::Tx;
use snug_domain::people::Handle;
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
    /// transaction, if it exists. First in every write about it.
    pub fn lock_conversation(&mut self, community: CommunityId, conversation: ConversationId) -> Result<(), Error> {
        // SQLite's writer is alone as it is. Not FOR UPDATE: rows that only refer
        // to this one may still be inserted.
        self.on_postgres(
            "SELECT id FROM conversations WHERE community_id = $1 AND id = $2 FOR NO KEY UPDATE",
            &[&community, &conversation],
        )
    }

    /// Keeps every other write away from these people until the end of the
    /// transaction, as far as they exist. After the conversation, and in order of
    /// id, so that nothing deadlocks.
    pub fn lock_people(&mut self, community: CommunityId, people: &[PersonId]) -> Result<(), Error> {
        self.on_postgres(
            "SELECT id FROM people WHERE community_id = $1 AND id = ANY (CAST(string_to_array($2, ',') AS UUID[]))
             ORDER BY id FOR NO KEY UPDATE",
            &[&community, &listed(people)],
        )
    }

    /// The same for everybody with a seat in a conversation that is locked.
    pub fn lock_seated(&mut self, community: CommunityId, conversation: ConversationId) -> Result<(), Error> {
        self.on_postgres(
            "SELECT id FROM people WHERE community_id = $1
                 AND id IN (SELECT person_id FROM seats WHERE community_id = $1 AND conversation_id = $2)
             ORDER BY id FOR NO KEY UPDATE",
            &[&community, &conversation],
        )
    }

    /// The same for one person and those with these handles, and for everybody with a seat in a conversation that is
    /// locked, if there is one.
    pub fn lock_named(
        &mut self,
        community: CommunityId,
        person: PersonId,
        handles: &[Handle],
        conversation: Option<ConversationId>,
    ) -> Result<(), Error> {
        let handles: Vec<&str> = handles.iter().map(Handle::as_str).collect();
        self.on_postgres(
            "SELECT id FROM people WHERE community_id = $1 AND (
                 id = $2 OR handle = ANY (string_to_array($3, ','))
                 OR id IN (SELECT person_id FROM seats WHERE community_id = $1 AND conversation_id = $4))
             ORDER BY id FOR NO KEY UPDATE",
            &[&community, &person, &handles.join(","), &conversation],
        )
    }

    /// The same for one person.
    pub fn lock_person(&mut self, community: CommunityId, person: PersonId) -> Result<(), Error> {
        self.lock_people(community, &[person])
    }

    /// Runs a query for what it does, where there is something to do.
    fn on_postgres(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<(), Error> {
        match self.engine() {
            Engine::Sqlite => Ok(()),
            Engine::Postgres => self.run(sql, values),
        }
    }
}

/// One value for any number of people.
fn listed(people: &[PersonId]) -> String {
    let ids: Vec<String> = people.iter().map(ToString::to_string).collect();
    ids.join(",")
}
