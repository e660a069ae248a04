use super::reset_password::set_password;
use crate::{Actor, App, Error};
use snug_domain::account::{SIGN_IN_BY_ADDRESS, check_password};
use snug_domain::{Field, Invalid, Problem, SessionId};
use snug_store::{people, sessions};

impl App {
    /// Changes the actor's password and ends their other sessions.
    pub async fn change_password(
        &self,
        actor: &Actor,
        session: Option<SessionId>,
        current: &str,
        new: &str,
    ) -> Result<(), Error> {
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        // A stolen session must not be a place to guess the password at.
        self.count_attempt(community, SIGN_IN_BY_ADDRESS, &person.to_string(), now).await?;
        let (name, hash) = self
            .read(move |tx| {
                let found = people::find(tx, community, person)?.ok_or(Error::NotFound)?;
                Ok((found.name, people::find_password_hash(tx, community, person)?))
            })
            .await?;
        check_password(new, &name, "")?;
        // Who signed up by other means has none to show.
        if hash.is_some() && !self.passwords.verify(current, hash).await? {
            return Err(Invalid::new(Field::CurrentPassword, Problem::Wrong).into());
        }
        let hash = self.passwords.hash(new).await?;
        self.write(move |tx, _| {
            set_password(tx, community, person, &hash, now)?;
            sessions::delete_others(tx, community, person, session)?;
            Ok(())
        })
        .await
    }
}
