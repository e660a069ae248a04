use super::sessions::insert_session;
use super::{SignedIn, Token, enqueue, find_working_link};
use crate::{App, Client, Error};
use snug_domain::account::{LinkPurpose, check_password};
use snug_domain::allowance::LINK_USES;
use snug_domain::communities::Community;
use snug_domain::deliveries::DeliveryKind;
use snug_domain::people::Person;
use snug_domain::{CommunityId, PersonId, Timestamp};
use snug_store::{Tx, addresses, links, people, sessions};
use std::sync::Arc;

impl App {
    /// Mails a link to choose a new password, if the address is a member's. The answer is the
    /// same if not.
    pub async fn request_password_reset(
        &self,
        community: &Arc<Community>,
        client: &Client,
        address: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        let kinds = (LinkPurpose::ResetPassword, DeliveryKind::ResetPassword);
        self.request_link(community, client, address, kinds, now).await
    }

    /// Sets a new password by a link of a mail, ends every session, and signs in.
    pub async fn reset_password(
        &self,
        community: &Arc<Community>,
        client: &Client,
        link: &str,
        password: &str,
        now: Timestamp,
    ) -> Result<(SignedIn, Token), Error> {
        self.count_for(community.id, self.link_id(link)?.0, LINK_USES, now)?;
        let name = self.find_link(community, link, LinkPurpose::ResetPassword, now).await?;
        check_password(password, &name, "")?;
        let (community, id, client) = (community.id, self.link_id(link)?, client.clone());
        let (hash, token) = (self.passwords.hash(password).await?, Token::random("")?);
        let kept = token.clone();
        let signed_in = self
            .write(move |tx, _| {
                let link = find_working_link(tx, community, id, LinkPurpose::ResetPassword, now)?;
                let person = people::find(tx, community, link.person)?;
                let person = person.filter(Person::is_active_member).ok_or(Error::NotFound)?;
                if !links::set_used(tx, community, id, now)? {
                    return Err(Error::NotFound);
                }
                set_password(tx, community, person.id, &hash, now)?;
                sessions::delete_others(tx, community, person.id, None)?;
                let session = insert_session(tx, community, person.id, &client, &kept, now)?;
                Ok(SignedIn { person, session, is_prolonged: false })
            })
            .await?;
        Ok((signed_in, token))
    }
}

/// Changes a password, ends the links that were mailed before, and tells its owner by mail: it may
/// have been somebody else.
pub(super) fn set_password(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    hash: &str,
    now: Timestamp,
) -> Result<(), Error> {
    people::set_password_hash(tx, community, person, hash)?;
    links::set_all_used(tx, community, person, now)?;
    let Some(owned) = addresses::find_primary(tx, community, person)? else { return Ok(()) };
    enqueue(tx, community, DeliveryKind::PasswordChanged, (Some(person), owned.address), None, now)
}
