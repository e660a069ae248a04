use super::familiarity::Familiarity;
use super::sessions::{find_replaced, insert_session};
use super::{SignedIn, Token, find_member};
use crate::limits::Counted;
use crate::{App, Client, Error};
use snug_domain::account::{GUESSES, GUESSES_BY_STRANGERS, SIGN_INS_FROM_NETWORK};
use snug_domain::communities::Community;
use snug_domain::people::{EmailAddress, Person};
use snug_domain::{CommunityId, PersonId, Timestamp};
use snug_store::people;
use std::sync::Arc;

impl App {
    /// Signs in with address and password.
    pub async fn sign_in(
        &self,
        community: &Arc<Community>,
        client: &Client,
        address: &str,
        password: &str,
        now: Timestamp,
    ) -> Result<(SignedIn, Token), Error> {
        let (community, asking) = (community.id, client.clone());
        let typed = address.trim().to_lowercase();
        let address = EmailAddress::parse(address).ok();
        // Every spelling of an address is one.
        let subject = address.as_ref().map_or(typed, EmailAddress::key);
        let turn = self.passwords.turn(client.customer()).await?;
        let (person, hash, familiarity) = self
            .read(move |tx| {
                let owned = match &address {
                    Some(address) => find_member(tx, community, address)?,
                    None => None,
                };
                let person = owned.map(|owned| owned.person);
                let hash = match person {
                    Some(person) => people::find_password_hash(tx, community, person)?,
                    None => None,
                };
                Ok((person, hash, Familiarity::find(tx, community, person, &asking, now)?))
            })
            .await?;
        self.count_sign_in(community, client, &subject, &familiarity, now).await?;
        drop(turn);
        let is_right = self.passwords.verify(password, hash.clone(), familiarity.asker(client)).await?;
        match (person, hash) {
            (Some(person), Some(hash)) if is_right => self.begin_session(community, client, (person, hash), now).await,
            _ => Err(Error::WrongCredentials),
        }
    }

    /// Counts an attempt by the address tried and by where it comes from, right or wrong: else
    /// the limit itself would tell which it was.
    async fn count_sign_in(
        &self,
        community: CommunityId,
        client: &Client,
        subject: &str,
        familiarity: &Familiarity,
        now: Timestamp,
    ) -> Result<(), Error> {
        let mut counted = familiarity.counts(client, subject, (GUESSES, SIGN_INS_FROM_NETWORK));
        if *familiarity == Familiarity::Stranger {
            counted.push(Counted { allowance: GUESSES_BY_STRANGERS, subject: subject.to_owned() });
        }
        self.count_attempts(community, counted, now).await
    }

    async fn begin_session(
        &self,
        community: CommunityId,
        client: &Client,
        (person, verified): (PersonId, String),
        now: Timestamp,
    ) -> Result<(SignedIn, Token), Error> {
        let (client, token) = (client.clone(), Token::random("")?);
        let kept = token.clone();
        let signed_in = self
            .write(move |tx, news| {
                let replaced = find_replaced(tx, community, &client, person)?;
                // The password may have been changed, or the person suspended, while this one was checked.
                let is_current = people::find_password_hash(tx, community, person)?.as_deref() == Some(&*verified);
                let person = people::find(tx, community, person)?.filter(Person::may_sign_in);
                let person = person.filter(|_| is_current).ok_or(Error::WrongCredentials)?;
                let session = insert_session(tx, news, community, (person.id, replaced), (&client, &kept), now)?;
                Ok(SignedIn { person, session, is_prolonged: false })
            })
            .await?;
        Ok((signed_in, token))
    }
}
