use super::passwords::Asker;
use super::sessions::{find_replaced, insert_session};
use super::{SignedIn, Token};
use crate::people::insert_member;
use crate::{App, Client, Error};
use snug_domain::account::{GUESSES, SIGN_UP_LASTS};
use snug_domain::allowance::LINK_USES;
use snug_domain::communities::Community;
use snug_domain::people::{PersonName, Preferences};
use snug_domain::{Field, Invalid, Problem, SignUpId, Timestamp};
use snug_mail::{Purpose, read_link_token};
use snug_store::{Tx, addresses, sign_ups};
use std::sync::Arc;

impl App {
    /// The address a link of a sign-up mail would confirm. Changes nothing.
    pub async fn find_sign_up(&self, community: &Arc<Community>, link: &str, now: Timestamp) -> Result<String, Error> {
        let (community, id) = (community.id, self.sign_up_id(link)?);
        self.read(move |tx| Ok(find_waiting(tx, community, id, now)?.address.readable())).await
    }

    /// Makes somebody a member who shows that the address is theirs, and signs them in.
    ///
    /// They show the password too: else whoever signs up with the address of another, and is
    /// confirmed by them, would hold the key to their account.
    pub async fn confirm_address(
        &self,
        community: &Arc<Community>,
        client: &Client,
        link: &str,
        password: &str,
        now: Timestamp,
    ) -> Result<(SignedIn, Token), Error> {
        let (community, id, client) = (community.id, self.sign_up_id(link)?, client.clone());
        self.count_for(community, id.0, LINK_USES, now)?;
        let waiting = self.read(move |tx| find_waiting(tx, community, id, now)).await?;
        self.count_attempt(community, GUESSES, &format!("sign-up {id}"), now).await?;
        if !self.passwords.verify(password, Some(waiting.password_hash), Asker::Known).await? {
            return Err(Invalid::new(Field::Password, Problem::Wrong).into());
        }
        let token = Token::random("")?;
        let kept = token.clone();
        let signed_in = self
            .write_member(move |tx, news| {
                let sign_up = find_waiting(tx, community, id, now)?;
                // First, so that of two clicks on the button one waits for the other.
                if !sign_ups::delete(tx, community, id)? {
                    return Err(Error::NotFound);
                }
                // Confirmed with another of the mails meanwhile: that account stands.
                if addresses::find_by_key(tx, community, &sign_up.address)?.is_some() {
                    return Err(Error::NotFound);
                }
                let name = PersonName::parse(&sign_up.name)?;
                let preferences = Preferences::new(sign_up.language);
                let password = Some(sign_up.password_hash.as_str());
                let person = insert_member(tx, community, &name, &sign_up.address, password, preferences, now)?;
                let replaced = find_replaced(tx, community, &client, person.id)?;
                let session = insert_session(tx, news, community, (person.id, replaced), (&client, &kept), now)?;
                Ok(SignedIn { person, session, is_prolonged: false })
            })
            .await?;
        Ok((signed_in, token))
    }

    fn sign_up_id(&self, link: &str) -> Result<SignUpId, Error> {
        read_link_token(&self.settings.secret, Purpose::Once, link).map(SignUpId).ok_or(Error::NotFound)
    }
}

fn find_waiting(
    tx: &mut Tx<'_>,
    community: snug_domain::CommunityId,
    id: SignUpId,
    now: Timestamp,
) -> Result<sign_ups::SignUp, Error> {
    sign_ups::find(tx, community, id)?.filter(|sign_up| now - sign_up.created_at < SIGN_UP_LASTS).ok_or(Error::NotFound)
}
