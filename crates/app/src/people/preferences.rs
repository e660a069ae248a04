use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::people::Preferences;
use snug_store::people;

impl App {
    /// Changes what the actor chose.
    pub async fn set_preferences(&self, actor: &Actor, preferences: Preferences) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let (community, person) = (actor.community_id(), actor.person);
        self.write(move |tx, _| Ok(people::set_preferences(tx, community, person, &preferences)?)).await
    }
}
