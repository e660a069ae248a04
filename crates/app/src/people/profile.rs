use super::{is_lookalike, list_present};
use crate::conversations::check_invitation;
use crate::{Actor, App, Error};
use snug_domain::Refusal;
use snug_domain::allowance::CHANGES;
use snug_domain::people::{Handle, MailState, OwnedAddress, Person};
use snug_store::{addresses, people};
use std::slice;

/// A profile as the actor sees it.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Whose it is.
    pub person: Person,
    /// Whether it is the actor's own.
    pub is_own: bool,
    /// Whether they are on the site, as far as the actor may know.
    pub is_present: bool,
    /// Whether the name looks like that of somebody else.
    pub is_lookalike: bool,
    /// Whether the actor may start a conversation with them.
    pub start: Start,
}

/// Whether a conversation may be started, and if not, why.
pub type Start = Result<(), Refusal>;

impl App {
    /// The profile of a member, with what stands in the way of writing to them: told before
    /// anybody types.
    pub async fn find_profile(&self, actor: &Actor, handle: &Handle) -> Result<Profile, Error> {
        let (actor, handle) = (actor.clone(), handle.clone());
        self.read(move |tx| {
            let community = actor.community_id();
            let found = people::find_by_handle(tx, community, &handle)?;
            let person = found.filter(Person::takes_part).ok_or(Error::NotFound)?;
            let is_present = !list_present(tx, &actor, slice::from_ref(&handle), &[])?.is_empty();
            let start = match check_invitation(tx, &actor, &person) {
                Ok(_) => Ok(()),
                Err(Error::Refused(refusal)) => Err(refusal),
                Err(fault) => return Err(fault),
            };
            let is_lookalike = is_lookalike(tx, community, &person)?;
            Ok(Profile { is_own: person.id == actor.person, is_present, is_lookalike, person, start })
        })
        .await
    }

    /// The address that the actor's mail goes to.
    pub async fn find_own_address(&self, actor: &Actor) -> Result<Option<OwnedAddress>, Error> {
        let (community, person) = (actor.community_id(), actor.person);
        self.read(move |tx| Ok(addresses::find_primary(tx, community, person)?)).await
    }

    /// Has mail go to the actor's address again, after it came back.
    pub async fn try_own_address_again(&self, actor: &Actor) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let (community, person) = (actor.community_id(), actor.person);
        self.write(move |tx, _| {
            let owned = addresses::find_primary(tx, community, person)?.ok_or(Error::NotFound)?;
            let change = (MailState::Bouncing, MailState::Good);
            addresses::change_mail_state(tx, community, &owned.address, change)?;
            Ok(())
        })
        .await
    }
}
