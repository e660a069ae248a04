use super::Token;
use super::end_access::end_streams;
use crate::{Actor, App, Error, new_id};
use snug_domain::account::SESSION_LASTS;
use snug_domain::allowance::{ACCOUNT_CHANGES, CHANGES};
use snug_domain::api_token::{Scope, parse_days};
use snug_domain::people::PersonName;
use snug_domain::{ApiTokenId, Field, Invalid, Problem, SessionId};
use snug_store::api_tokens::{self, ApiToken};
use snug_store::sessions;

/// More tokens than anybody can tell apart.
const MOST_TOKENS: i64 = 50;

/// A token to make.
#[derive(Debug, Clone)]
pub struct NewApiToken {
    /// What its owner calls it.
    pub name: String,
    /// What it is for.
    pub scope: Scope,
    /// After how many days it stops to work; `None` for never.
    pub expires_in_days: Option<i64>,
}

impl App {
    /// The actor's tokens of the API, the newest first.
    pub async fn list_api_tokens(&self, actor: &Actor) -> Result<Vec<ApiToken>, Error> {
        let (community, person) = (actor.community_id(), actor.person);
        self.read(move |tx| Ok(api_tokens::list(tx, community, person)?)).await
    }

    /// Makes a token for the actor; this is the only time it is shown. The session is the one they ask with, `None`
    /// if the operator does.
    pub async fn create_api_token(
        &self,
        actor: &Actor,
        session: Option<SessionId>,
        new: NewApiToken,
    ) -> Result<(ApiToken, Token), Error> {
        self.count(actor, CHANGES)?;
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        let name = PersonName::parse(&new.name)?;
        let lasts = new.expires_in_days.map(parse_days).transpose()?;
        let token = Token::random("snug_")?;
        let kept = token.clone();
        let made = ApiToken {
            id: new_id(now),
            person,
            name: name.as_str().to_owned(),
            scope: new.scope,
            created_at: now,
            expires_at: lasts.map(|lasts| now + lasts),
            used_at: None,
        };
        let made = self
            .write(move |tx, _| {
                tx.lock_person(community, person)?;
                // A session that ended a moment ago leaves nothing behind that goes on.
                if let Some(session) = session {
                    sessions::ask_working(tx, community, person, session, now - SESSION_LASTS)?
                        .optional(tx)?
                        .ok_or(Error::NotFound)?;
                }
                if api_tokens::count(tx, community, person)? >= MOST_TOKENS {
                    return Err(Invalid::new(Field::Name, Problem::TooMany { most: MOST_TOKENS }).into());
                }
                api_tokens::insert(tx, community, &made, &kept.hash())?;
                Ok(made.clone())
            })
            .await?;
        Ok((made, token))
    }

    /// Revokes one of the actor's tokens: from now on it lets nobody in.
    pub async fn revoke_api_token(&self, actor: &Actor, token: ApiTokenId) -> Result<(), Error> {
        self.count(actor, ACCOUNT_CHANGES)?;
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        self.write(move |tx, news| {
            if !api_tokens::delete(tx, community, person, token)? {
                return Err(Error::NotFound);
            }
            end_streams(tx, news, (community, person), now)
        })
        .await
    }
}
