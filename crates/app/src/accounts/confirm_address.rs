use super::passwords::Asker;
use super::sessions::{find_replaced, insert_session};
use super::{SignedIn, Token, check_password};
use crate::error::all_valid;
use crate::people::insert_member;
use crate::{App, Client, Error};
use snug_domain::account::{GUESSES, SIGN_UP_LASTS};
use snug_domain::allowance::LINK_USES;
use snug_domain::communities::Community;
use snug_domain::people::{Language, PersonName, Preferences, own_name};
use snug_domain::{Field, Invalid, Problem, SignUpId, Timestamp};
use snug_mail::{Purpose, read_link_token};
use snug_store::{Tx, addresses, sign_ups};
use std::sync::Arc;

/// The proof, by the holder of the link of a sign-up, that the account becomes theirs.
#[derive(Clone)]
pub enum Confirmation {
    /// By the password that was chosen to sign up.
    Password(String),
    /// By choosing everything anew: somebody else signed up with their address, or they forgot the password.
    Anew {
        /// The name they want.
        name: String,
        /// The password they choose.
        password: String,
        /// The language they came with.
        language: Language,
    },
}

impl App {
    /// The address a link of a sign-up mail would confirm. Changes nothing.
    pub async fn find_sign_up(&self, community: &Arc<Community>, link: &str, now: Timestamp) -> Result<String, Error> {
        let (community, id) = (community.id, self.sign_up_id(link)?);
        self.read(move |tx| Ok(find_waiting(tx, community, id, now)?.address.readable())).await
    }

    /// Makes somebody a member who shows that the address is theirs, and signs them in.
    ///
    /// They show the password too, or choose another: else whoever signs up with the address of another, and is
    /// confirmed by them, would hold the key to their account.
    pub async fn confirm_address(
        &self,
        community: &Arc<Community>,
        client: &Client,
        link: &str,
        confirmation: Confirmation,
        now: Timestamp,
    ) -> Result<(SignedIn, Token), Error> {
        let (place, id, client) = (Arc::clone(community), self.sign_up_id(link)?, client.clone());
        let community = place.id;
        self.count_for(community, id.0, LINK_USES, now)?;
        let waiting = self.read(move |tx| find_waiting(tx, community, id, now)).await?;
        let chosen = self.confirm(&place, id, waiting, confirmation, now).await?;
        let token = Token::random("")?;
        let kept = token.clone();
        let signed_in = self
            .write_member(move |tx, news| {
                find_waiting(tx, community, id, now)?;
                // First, so that of two clicks on the button one waits for the other.
                if !sign_ups::delete(tx, community, id)? {
                    return Err(Error::NotFound);
                }
                // Confirmed with another of the mails meanwhile: that account stands.
                if addresses::find_by_key(tx, community, &chosen.address)?.is_some() {
                    return Err(Error::NotFound);
                }
                let name = PersonName::parse(&chosen.name)?;
                let preferences = Preferences::new(chosen.language);
                let password = Some(chosen.password_hash.as_str());
                let person = insert_member(tx, community, &name, &chosen.address, password, preferences, now)?;
                let replaced = find_replaced(tx, community, &client, person.id)?;
                let session = insert_session(tx, news, community, (person.id, replaced), (&client, &kept), now)?;
                Ok(SignedIn { person, session, is_prolonged: false })
            })
            .await?;
        Ok((signed_in, token))
    }

    /// The sign-up itself, or with what its confirmation chooses in place of what it said.
    async fn confirm(
        &self,
        community: &Community,
        id: SignUpId,
        waiting: sign_ups::SignUp,
        confirmation: Confirmation,
        now: Timestamp,
    ) -> Result<sign_ups::SignUp, Error> {
        match confirmation {
            Confirmation::Password(password) => {
                self.count_attempt(community.id, GUESSES, &format!("sign-up {id}"), now).await?;
                let hash = Some(waiting.password_hash.clone());
                match self.passwords.verify(&password, hash, Asker::Known).await? {
                    true => Ok(waiting),
                    false => Err(Invalid::new(Field::Password, Problem::Wrong).into()),
                }
            }
            Confirmation::Anew { name, password, language } => {
                let named = own_name(&name, community);
                let checked = check_password(&password, &name, waiting.address.as_str());
                all_valid([named.clone().map(drop), checked])?;
                let password_hash = self.passwords.hash(&password, Asker::Known).await?;
                Ok(sign_ups::SignUp { name: named?.as_str().to_owned(), password_hash, language, ..waiting })
            }
        }
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
