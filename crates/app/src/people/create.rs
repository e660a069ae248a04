use super::insert_member;
use crate::accounts::{Asker, check_password};
use crate::error::all_valid;
use crate::{App, Error};
use snug_domain::communities::Community;
use snug_domain::people::{EmailAddress, Language, Person, PersonName, Preferences, about};
use snug_domain::{Field, Invalid, Problem, Timestamp};
use snug_store::{addresses, people};

/// A member an operator adds.
#[derive(Clone)]
pub struct NewPerson {
    /// What they are called.
    pub name: String,
    /// The line about them, or nothing.
    pub about: String,
    /// Their address, taken as theirs.
    pub address: String,
    /// A password, unless they come in by a link first.
    pub password: Option<String>,
    /// Their language.
    pub language: Language,
}

impl App {
    /// Adds a member without asking the address.
    pub async fn create_person(&self, community: &Community, new: NewPerson, now: Timestamp) -> Result<Person, Error> {
        let (name, address, line) =
            (PersonName::parse(&new.name), EmailAddress::parse(&new.address), about(&new.about));
        let password = new.password.as_deref().map_or(Ok(()), |text| check_password(text, &new.name, &new.address));
        all_valid([name.clone().map(drop), address.clone().map(drop), line.clone().map(drop), password])?;
        let (name, address, line) = (name?, address?, line?);
        let hash = match &new.password {
            Some(password) => Some(self.passwords.hash(password, Asker::Known).await?),
            None => None,
        };
        let (community, preferences) = (community.id, Preferences::new(new.language));
        self.write_member(move |tx, _| {
            if addresses::find_by_key(tx, community, &address)?.is_some() {
                return Err(Invalid::new(Field::Address, Problem::Taken).into());
            }
            let mut person = insert_member(tx, community, &name, &address, hash.as_deref(), preferences, now)?;
            people::set_profile(tx, community, person.id, &person.name, &person.handle, &line)?;
            person.about.clone_from(&line);
            Ok(person)
        })
        .await
    }
}
