use super::sessions::insert_session;
use super::{SignedIn, Token, find_member, find_working_link, send_link};
use crate::{App, Client, Error, limits};
use snug_domain::account::{ACCOUNT_MAILS, LinkPurpose, SIGN_IN_BY_CLIENT};
use snug_domain::allowance::LINK_USES;
use snug_domain::communities::Community;
use snug_domain::deliveries::DeliveryKind;
use snug_domain::people::{EmailAddress, Person};
use snug_domain::{LinkId, Timestamp};
use snug_mail::{Purpose, read_link_token};
use snug_store::{links, people};
use std::sync::Arc;

impl App {
    /// Mails a link that signs in, if the address is a member's. The answer is the same if not.
    pub async fn request_sign_in_link(
        &self,
        community: &Arc<Community>,
        client: &Client,
        address: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.request_link(community, client, address, (LinkPurpose::SignIn, DeliveryKind::SignInLink), now).await
    }

    pub(super) async fn request_link(
        &self,
        community: &Arc<Community>,
        client: &Client,
        address: &str,
        kinds: (LinkPurpose, DeliveryKind),
        now: Timestamp,
    ) -> Result<(), Error> {
        let (community, limits) = (community.id, self.settings.limits);
        let address = EmailAddress::parse(address)?;
        self.count_attempt(community, SIGN_IN_BY_CLIENT, &client.counted_as(), now).await?;
        self.write(move |tx, _| {
            limits::admit(tx, limits, community, ACCOUNT_MAILS, &address.key(), now)?;
            match find_member(tx, community, &address)? {
                Some(owned) => send_link(tx, community, &owned, kinds, now),
                None => Ok(()),
            }
        })
        .await
    }

    /// The name of whom a link of a mail would sign in. Changes nothing.
    pub async fn find_link(
        &self,
        community: &Arc<Community>,
        link: &str,
        purpose: LinkPurpose,
        now: Timestamp,
    ) -> Result<String, Error> {
        let (community, id) = (community.id, self.link_id(link)?);
        self.read(move |tx| {
            let link = find_working_link(tx, community, id, purpose, now)?;
            let person = people::find(tx, community, link.person)?.ok_or(Error::NotFound)?;
            Ok(person.name)
        })
        .await
    }

    /// Signs in by a link of a mail, which works once.
    pub async fn sign_in_by_link(
        &self,
        community: &Arc<Community>,
        client: &Client,
        link: &str,
        now: Timestamp,
    ) -> Result<(SignedIn, Token), Error> {
        let (community, id, client) = (community.id, self.link_id(link)?, client.clone());
        self.count_for(community, id.0, LINK_USES, now)?;
        let token = Token::random("")?;
        let kept = token.clone();
        let signed_in = self
            .write(move |tx, _| {
                let link = find_working_link(tx, community, id, LinkPurpose::SignIn, now)?;
                let person = people::find(tx, community, link.person)?;
                let person = person.filter(Person::is_active_member).ok_or(Error::NotFound)?;
                if !links::set_used(tx, community, id, now)? {
                    return Err(Error::NotFound);
                }
                let session = insert_session(tx, community, person.id, &client, &kept, now)?;
                Ok(SignedIn { person, session, is_prolonged: false })
            })
            .await?;
        Ok((signed_in, token))
    }

    pub(super) fn link_id(&self, link: &str) -> Result<LinkId, Error> {
        read_link_token(&self.settings.secret, Purpose::Once, link).map(LinkId).ok_or(Error::NotFound)
    }
}
