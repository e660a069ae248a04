use super::familiarity::Familiarity;
use super::sessions::{find_replaced, insert_session};
use super::{SignedIn, Token, find_member, find_working_link, send_link};
use crate::{App, Client, Error, limits};
use snug_domain::account::{LINK_MAILS, LINKS_FROM_NETWORK, LINKS_FROM_PLACE, LinkPurpose};
use snug_domain::allowance::LINK_USES;
use snug_domain::communities::Community;
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
        self.request_link(community, client, address, LinkPurpose::SignIn, now).await
    }

    pub(super) async fn request_link(
        &self,
        community: &Arc<Community>,
        client: &Client,
        address: &str,
        purpose: LinkPurpose,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (community, limits, asking) = (community.id, self.settings.limits, client.clone());
        let address = EmailAddress::parse(address)?;
        let subject = format!("{purpose:?} {}", address.key());
        let sought = address.clone();
        let familiarity = self
            .read(move |tx| {
                let person = find_member(tx, community, &sought)?.map(|owned| owned.person);
                Familiarity::find(tx, community, person, &asking, now)
            })
            .await?;
        let counted = familiarity.counts(client, &subject, (LINKS_FROM_PLACE, LINKS_FROM_NETWORK));
        self.count_attempts(community, counted, now).await?;
        let client = client.clone();
        self.write(move |tx, _| {
            let owned = find_member(tx, community, &address)?;
            let may_mail = limits::is_admitted(tx, limits, community, LINK_MAILS, &subject, now)?;
            let Some(owned) = owned else { return Ok(()) };
            // Strangers cannot use up the owner's mails: either the newest link they caused still works, or the owner
            // used it and gets another.
            if may_mail || !links::has_working(tx, community, owned.person, purpose, now)? {
                send_link(tx, community, (&owned, &client), purpose, now)?;
            }
            Ok(())
        })
        .await
    }

    /// Whom a link of a mail would sign in. Changes nothing.
    pub async fn find_link(
        &self,
        community: &Arc<Community>,
        link: &str,
        purpose: LinkPurpose,
        now: Timestamp,
    ) -> Result<Person, Error> {
        let (community, id) = (community.id, self.link_id(link)?);
        self.read(move |tx| {
            let link = find_working_link(tx, community, id, purpose, now)?;
            people::find(tx, community, link.person)?.filter(Person::may_sign_in).ok_or(Error::NotFound)
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
            .write(move |tx, news| {
                let link = find_working_link(tx, community, id, LinkPurpose::SignIn, now)?;
                let replaced = find_replaced(tx, community, &client, link.person)?;
                let person = people::find(tx, community, link.person)?;
                let person = person.filter(Person::may_sign_in).ok_or(Error::NotFound)?;
                if !links::set_used(tx, community, id, now)? {
                    return Err(Error::NotFound);
                }
                let session = insert_session(tx, news, community, (person.id, replaced), (&client, &kept), now)?;
                Ok(SignedIn { person, session, is_prolonged: false })
            })
            .await?;
        Ok((signed_in, token))
    }

    pub(super) fn link_id(&self, link: &str) -> Result<LinkId, Error> {
        read_link_token(&self.settings.secret, Purpose::Once, link).map(LinkId).ok_or(Error::NotFound)
    }
}
