//! Accounts: how one becomes a member, comes in, and keeps others out.
//!
//! No answer tells whether an address is known. A link in a mail changes nothing until its page
//! is confirmed with a button: scanners open links.

mod api_tokens;
mod arrive;
mod change_password;
mod confirm_address;
mod credential;
mod end_access;
mod familiarity;
mod line;
mod new_password;
mod passwords;
mod reset_password;
mod sessions;
mod sign_in;
mod sign_in_by_link;
mod sign_up;
mod tokens;

pub use api_tokens::NewApiToken;
pub use arrive::{Arrival, SignedIn};
pub use change_password::PasswordChange;
pub use confirm_address::Confirmation;
pub use credential::Credential;
pub use end_access::Tokens;
pub(crate) use end_access::end_access;
pub(crate) use new_password::check_password;
pub(crate) use passwords::{Asker, Passwords};
pub use sign_up::SignUp;
pub use tokens::Token;

use crate::{Client, Error, new_id};
use snug_domain::account::LinkPurpose;
use snug_domain::deliveries::{DeliveryState, Matter};
use snug_domain::people::{EmailAddress, OwnedAddress};
use snug_domain::{CommunityId, LinkId, PersonId, Timestamp};
use snug_store::deliveries::Delivery;
use snug_store::{Tx, addresses, deliveries, links, people};

/// The member who can sign in with this address.
fn find_member(tx: &mut Tx<'_>, community: CommunityId, address: &EmailAddress) -> Result<Option<OwnedAddress>, Error> {
    let Some(owned) = addresses::find_by_key(tx, community, address)? else { return Ok(None) };
    let person = people::find(tx, community, owned.person)?;
    Ok(person.is_some_and(|person| person.may_sign_in() && owned.is_verified).then_some(owned))
}

/// Writes a mail about an account, due at once.
fn enqueue(
    tx: &mut Tx<'_>,
    community: CommunityId,
    matter: Matter,
    to: (Option<PersonId>, EmailAddress),
    now: Timestamp,
) -> Result<(), Error> {
    let (person, address) = to;
    let delivery = Delivery {
        community,
        id: new_id(now),
        matter,
        state: DeliveryState::Queued,
        person,
        address,
        attempts: 0,
        created_at: now,
    };
    Ok(deliveries::insert(tx, &delivery, now)?)
}

/// Makes a link that works once and writes the mail that carries it.
fn send_link(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (to, client): (&OwnedAddress, &Client),
    purpose: LinkPurpose,
    now: Timestamp,
) -> Result<(), Error> {
    let id: LinkId = new_id(now);
    let (expires_at, client) = (now + purpose.lasts(), Some(client.shown_name()));
    let link = links::Link { id, purpose, person: to.person, expires_at, used_at: None, client };
    links::insert(tx, community, &link)?;
    let matter = match purpose {
        LinkPurpose::SignIn => Matter::SignInLink(id),
        LinkPurpose::ResetPassword => Matter::ResetPassword(id),
    };
    enqueue(tx, community, matter, (Some(to.person), to.address.clone()), now)
}

/// The link with this id, if it still works for this.
fn find_working_link(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: LinkId,
    purpose: LinkPurpose,
    now: Timestamp,
) -> Result<links::Link, Error> {
    links::find(tx, community, id)?
        .filter(|link| link.purpose == purpose && link.used_at.is_none() && now < link.expires_at)
        .filter(|link| link.expires_at.is_plausible(now, purpose.lasts()))
        .ok_or(Error::NotFound)
}
