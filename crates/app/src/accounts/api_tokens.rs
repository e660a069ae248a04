use super::Token;
use crate::{Actor, App, Error, new_id};
use snug_domain::allowance::CHANGES;
use snug_domain::people::PersonName;
use snug_domain::{ApiTokenId, Field, Invalid, Problem};
use snug_store::api_tokens::{self, ApiToken};

/// More tokens than anybody can tell apart.
const MOST_TOKENS: i64 = 50;

impl App {
    /// The actor's tokens of the API, the newest first.
    pub async fn list_api_tokens(&self, actor: &Actor) -> Result<Vec<ApiToken>, Error> {
        let (community, person) = (actor.community_id(), actor.person);
        self.read(move |tx| Ok(api_tokens::list(tx, community, person)?)).await
    }

    /// Makes a token for the actor; this is the only time it is shown.
    pub async fn create_api_token(&self, actor: &Actor, name: &str) -> Result<(ApiToken, Token), Error> {
        self.count(actor, CHANGES)?;
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        let name = PersonName::parse(name)?;
        let token = Token::random("snug_")?;
        let kept = token.clone();
        let made = ApiToken { id: new_id(now), person, name: name.as_str().to_owned(), created_at: now, used_at: None };
        let made = self
            .write(move |tx, _| {
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
        self.count(actor, CHANGES)?;
        let (community, person) = (actor.community_id(), actor.person);
        self.write(
            move |tx, _| {
                if api_tokens::delete(tx, community, person, token)? { Ok(()) } else { Err(Error::NotFound) }
            },
        )
        .await
    }
}
