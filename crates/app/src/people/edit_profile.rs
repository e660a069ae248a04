use super::insert::{is_taken, search_words};
use crate::error::all_valid;
use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::people::{Handle, Person, PersonName, about};
use snug_domain::{Field, Invalid, Problem};
use snug_store::{directory, people};

impl App {
    /// Changes what the actor is called, their handle and the line about them.
    pub async fn edit_profile(
        &self,
        actor: &Actor,
        name: &str,
        handle: &str,
        about_text: &str,
    ) -> Result<Person, Error> {
        self.count(actor, CHANGES)?;
        let (name, handle, line) = (PersonName::parse(name), Handle::parse(handle), about(about_text));
        all_valid([name.clone().map(drop), handle.clone().map(drop), line.clone().map(drop)])?;
        let (name, handle, line) = (name?, handle?, line?);
        let (community, person) = (actor.community_id(), actor.person);
        let written = self
            .write(move |tx, _| {
                people::set_profile(tx, community, person, name.as_str(), &handle, &line)?;
                directory::set_words(tx, community, person, &handle, &search_words(name.as_str(), &handle))?;
                people::find(tx, community, person)?.ok_or(Error::NotFound)
            })
            .await;
        match written {
            Err(Error::Internal(fault)) if is_taken(&fault) => Err(Invalid::new(Field::Handle, Problem::Taken).into()),
            other => other,
        }
    }
}
