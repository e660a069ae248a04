use crate::accounts::{Tokens, end_access};
use crate::{App, Error};
use snug_domain::Timestamp;
use snug_domain::communities::Community;
use snug_domain::people::{Handle, Person, PersonState};
use snug_store::people;

impl App {
    /// Suspends a member: they are signed out everywhere at once and cannot come in until they are resumed.
    pub async fn suspend_member(&self, community: &Community, handle: &Handle, now: Timestamp) -> Result<(), Error> {
        let (community, handle) = (community.id, handle.clone());
        self.write(move |tx, news| {
            let person = people::find_by_handle(tx, community, &handle)?;
            let person = person.filter(Person::takes_part).ok_or(Error::NotFound)?;
            end_access(tx, news, (community, person.id), None, Tokens::End, now)?;
            Ok(people::set_state(tx, community, person.id, PersonState::Suspended)?)
        })
        .await
    }

    /// Lets a suspended member in again; they sign in anew.
    pub async fn resume_member(&self, community: &Community, handle: &Handle) -> Result<(), Error> {
        let (community, handle) = (community.id, handle.clone());
        self.write(move |tx, _| {
            let is_suspended = |person: &Person| person.state == PersonState::Suspended;
            let person = people::find_by_handle(tx, community, &handle)?.filter(is_suspended).ok_or(Error::NotFound)?;
            Ok(people::set_state(tx, community, person.id, PersonState::Active)?)
        })
        .await
    }
}
