use super::new_password::find_own_address;
use super::passwords::Asker;
use super::reset_password::set_password;
use super::{Tokens, check_password, end_access};
use crate::limits::Counted;
use crate::{Actor, App, Client, Error};
use snug_domain::account::{GUESSES, GUESSES_BY_STRANGERS, SESSION_LASTS};
use snug_domain::allowance::ACCOUNT_CHANGES;
use snug_domain::{Field, Invalid, Problem, Refusal, SessionId};
use snug_store::{people, sessions};

/// A password to be changed.
#[derive(Clone)]
pub struct PasswordChange {
    /// The password in use.
    pub current: String,
    /// The new one.
    pub new: String,
    /// What becomes of the person's API tokens.
    pub tokens: Tokens,
}

impl App {
    /// Changes the actor's password and ends everything else that lets somebody in but this session.
    pub async fn change_password(
        &self,
        actor: &Actor,
        (session, client): (SessionId, &Client),
        change: PasswordChange,
    ) -> Result<(), Error> {
        self.count(actor, ACCOUNT_CHANGES)?;
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        let (name, address, in_use) = self
            .read(move |tx| {
                let found = people::find(tx, community, person)?.ok_or(Error::NotFound)?;
                let address = find_own_address(tx, community, person)?;
                Ok((found.name, address, people::find_password_hash(tx, community, person)?))
            })
            .await?;
        // Whoever holds a session could choose it otherwise, and so keep the account.
        let in_use = in_use.ok_or(Refusal::NoPasswordYet)?;
        // A stolen session must not be a place to guess the password at. It is counted apart from the owner's other
        // sessions, and from their network if it is a copy.
        let place = format!("session {session}");
        let here = Counted { allowance: GUESSES, subject: format!("{place} {}", client.household()) };
        let anywhere = Counted { allowance: GUESSES_BY_STRANGERS, subject: place };
        self.count_attempts(community, vec![here, anywhere], now).await?;
        check_password(&change.new, &name, &address)?;
        let wrong = || Error::from(Invalid::new(Field::CurrentPassword, Problem::Wrong));
        if !self.passwords.verify(&change.current, Some(in_use.clone()), Asker::Known).await? {
            return Err(wrong());
        }
        let hash = self.passwords.hash(&change.new, Asker::Known).await?;
        self.write(move |tx, news| {
            tx.lock_person(community, person)?;
            // Both may have ended while the passwords were hashed.
            sessions::ask_working(tx, community, person, session, now - SESSION_LASTS)?
                .optional(tx)?
                .ok_or(Error::NotFound)?;
            if people::find_password_hash(tx, community, person)?.as_deref() != Some(&*in_use) {
                return Err(wrong());
            }
            end_access(tx, news, (community, person), Some(session), change.tokens, now)?;
            set_password(tx, community, person, &hash, now)
        })
        .await
    }

    /// Whether the actor has a password: who was added by the operator may not have chosen one yet.
    pub async fn has_password(&self, actor: &Actor) -> Result<bool, Error> {
        let (community, person) = (actor.community_id(), actor.person);
        self.read(move |tx| Ok(people::find_password_hash(tx, community, person)?.is_some())).await
    }
}
