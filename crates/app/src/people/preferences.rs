use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::people::{Preferences, Zone};
use snug_store::people;

impl App {
    /// Changes what the actor chose.
    pub async fn set_preferences(&self, actor: &Actor, preferences: Preferences) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let (community, person) = (actor.community_id(), actor.person);
        self.write(move |tx, _| Ok(people::set_preferences(tx, community, person, &preferences)?)).await
    }

    /// Notes the time zone of the actor's browser, for what they are told elsewhere; not where they chose one.
    pub async fn note_browser_zone(&self, actor: &Actor, zone: Zone) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let (community, id) = (actor.community_id(), actor.person);
        self.write(move |tx, _| {
            let person = people::find(tx, community, id)?.ok_or(Error::NotFound)?;
            if person.preferences.chosen_zone.is_some() || person.preferences.browser_zone == Some(zone) {
                return Ok(());
            }
            let preferences = Preferences { browser_zone: Some(zone), ..person.preferences };
            Ok(people::set_preferences(tx, community, id, &preferences)?)
        })
        .await
    }
}
