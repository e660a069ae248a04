use super::sessions::insert_session;
use super::{SignedIn, Token, find_member};
use crate::{App, Client, Error};
use snug_domain::account::{SIGN_IN_BY_ADDRESS, SIGN_IN_BY_CLIENT};
use snug_domain::communities::Community;
use snug_domain::people::EmailAddress;
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
        let community = community.id;
        self.count_sign_in(community, client, address, now).await?;
        let address = EmailAddress::parse(address).ok();
        let found = self
            .read(move |tx| {
                let Some(address) = &address else { return Ok(None) };
                let Some(owned) = find_member(tx, community, address)? else { return Ok(None) };
                Ok(Some((owned.person, people::find_password_hash(tx, community, owned.person)?)))
            })
            .await?;
        let (person, hash) = found.map_or((None, None), |(person, hash)| (Some(person), hash));
        let is_right = self.passwords.verify(password, hash).await?;
        match person.filter(|_| is_right) {
            Some(person) => self.begin_session(community, client, person, now).await,
            None => Err(Error::WrongCredentials),
        }
    }

    /// Counts an attempt by the address tried and by where it comes from, right or wrong: else
    /// the limit itself would tell which it was.
    pub(super) async fn count_sign_in(
        &self,
        community: CommunityId,
        client: &Client,
        address: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.count_attempt(community, SIGN_IN_BY_CLIENT, &client.counted_as(), now).await?;
        let tried = EmailAddress::parse(address).map_or_else(|_| address.trim().to_lowercase(), |known| known.key());
        self.count_attempt(community, SIGN_IN_BY_ADDRESS, &tried, now).await
    }

    pub(super) async fn begin_session(
        &self,
        community: CommunityId,
        client: &Client,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(SignedIn, Token), Error> {
        let (client, token) = (client.clone(), Token::random("")?);
        let kept = token.clone();
        let signed_in = self
            .write(move |tx, _| {
                let person = people::find(tx, community, person)?.ok_or(Error::NotFound)?;
                let session = insert_session(tx, community, person.id, &client, &kept, now)?;
                Ok(SignedIn { person, session, is_prolonged: false })
            })
            .await?;
        Ok((signed_in, token))
    }
}
