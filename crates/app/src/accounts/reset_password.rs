use super::new_password::find_own_address;
use super::passwords::Asker;
use super::sessions::{find_replaced, insert_session};
use super::{SignedIn, Token, Tokens, check_password, end_access, enqueue, find_working_link, send_link};
use crate::{Actor, App, Client, Error, limits};
use snug_domain::account::{LINKS_FROM_PLACE, LinkPurpose};
use snug_domain::allowance::LINK_USES;
use snug_domain::communities::Community;
use snug_domain::deliveries::Matter;
use snug_domain::people::Person;
use snug_domain::{CommunityId, PersonId, Timestamp};
use snug_store::{Tx, addresses, links, people};
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
        self.request_link(community, client, address, LinkPurpose::ResetPassword, now).await
    }

    /// Mails the actor a link to choose a password with, to their own address: a first password, or one in place of a
    /// forgotten one.
    pub async fn request_own_password_link(&self, actor: &Actor, client: &Client) -> Result<(), Error> {
        let client = client.clone();
        let (community, person, now, limits) = (actor.community_id(), actor.person, actor.now, self.settings.limits);
        self.write(move |tx, _| {
            limits::admit(tx, limits, community, LINKS_FROM_PLACE, &format!("own {person}"), now)?;
            let owned = addresses::find_primary(tx, community, person)?.ok_or(Error::NotFound)?;
            send_link(tx, community, (&owned, &client), LinkPurpose::ResetPassword, now)
        })
        .await
    }

    /// Sets a new password by a link of a mail, ends everything that let somebody in, and signs in.
    pub async fn reset_password(
        &self,
        community: &Arc<Community>,
        client: &Client,
        link: &str,
        password: &str,
        now: Timestamp,
    ) -> Result<(SignedIn, Token), Error> {
        self.count_for(community.id, self.link_id(link)?.0, LINK_USES, now)?;
        let owner = self.find_link(community, link, LinkPurpose::ResetPassword, now).await?;
        let (its_community, person) = (community.id, owner.id);
        let address = self.read(move |tx| find_own_address(tx, its_community, person)).await?;
        check_password(password, &owner.name, &address)?;
        let (community, id, client) = (community.id, self.link_id(link)?, client.clone());
        let (hash, token) = (self.passwords.hash(password, Asker::Known).await?, Token::random("")?);
        let kept = token.clone();
        let signed_in = self
            .write(move |tx, news| {
                let link = find_working_link(tx, community, id, LinkPurpose::ResetPassword, now)?;
                let replaced = find_replaced(tx, community, &client, link.person)?;
                let person = people::find(tx, community, link.person)?;
                let person = person.filter(Person::may_sign_in).ok_or(Error::NotFound)?;
                if !links::set_used(tx, community, id, now)? {
                    return Err(Error::NotFound);
                }
                end_access(tx, news, (community, person.id), None, Tokens::End, now)?;
                set_password(tx, community, person.id, &hash, now)?;
                let session = insert_session(tx, news, community, (person.id, replaced), (&client, &kept), now)?;
                Ok(SignedIn { person, session, is_prolonged: false })
            })
            .await?;
        Ok((signed_in, token))
    }
}

/// Changes a password and tells its owner by mail: it may have been somebody else.
pub(super) fn set_password(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    hash: &str,
    now: Timestamp,
) -> Result<(), Error> {
    people::set_password_hash(tx, community, person, hash)?;
    let Some(owned) = addresses::find_primary(tx, community, person)? else { return Ok(()) };
    enqueue(tx, community, Matter::PasswordChanged, (Some(person), owned.address), now)
}
