use super::Token;
use crate::{App, Error};
use snug_domain::account::SESSION_LASTS;
use snug_domain::api_token::Access;
use snug_domain::communities::Community;
use snug_domain::people::Person;
use snug_domain::{ApiTokenId, SessionId, Span, Timestamp};
use snug_store::arrivals::{self, LetIn, Terms};
use snug_store::{api_tokens, communities, sessions};
use std::sync::Arc;

/// Somebody at the door: which community they came to, and who they are.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The community of the host name they asked for.
    pub community: Arc<Community>,
    /// Who they are, if they are signed in.
    pub signed_in: Option<SignedIn>,
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Who.
    pub person: Person,
    /// With which browser.
    pub session: SessionId,
    /// Whether the session goes on for longer as of now: its cookie should, too.
    pub is_prolonged: bool,
}

/// Being used is noted once an hour: a write for each request would cost more than it tells.
const NOTED_EVERY: Span = Span::hours(1);

impl App {
    /// Who comes to a page: the community by its host name, the person by the token of a session.
    pub async fn arrive(&self, host: &str, token: Option<Token>, now: Timestamp) -> Result<Option<Arrival>, Error> {
        let (host, hash) = (host.to_owned(), token.map(|token| token.hash()));
        let found = self.read(move |tx| match &hash {
            Some(hash) => Ok(arrivals::find_by_session(tx, &host, hash)?),
            None => Ok(communities::find_by_host(tx, &host)?.map(|community| (community, None))),
        });
        let Some((community, let_in)) = found.await? else { return Ok(None) };
        let lasts = |used_at: &Timestamp| now - *used_at < SESSION_LASTS;
        let held = let_in.filter(|held| held.used_at.as_ref().is_some_and(lasts) && held.person.may_sign_in());
        let mut signed_in = None;
        if let Some(LetIn { by: session, person, used_at }) = held {
            let is_prolonged = is_worth_noting(used_at, now);
            if is_prolonged {
                let (community, id) = (community.id, person.id);
                tracing::debug!(%community, person = %id, "a session is used again");
                let noted = self.write(move |tx, _| Ok(sessions::set_seen(tx, community, session, now)?)).await;
                unless_full(noted)?;
            }
            signed_in = Some(SignedIn { person, session, is_prolonged });
        }
        Ok(Some(Arrival { community: Arc::new(community), signed_in }))
    }

    /// Who calls the API: the community by its host name, the person by a personal token. Refused where the token is
    /// not for what the request needs.
    pub async fn arrive_with_api_token(
        &self,
        host: &str,
        token: Token,
        needs: Access,
        now: Timestamp,
    ) -> Result<Option<(Arc<Community>, Option<(Person, ApiTokenId)>)>, Error> {
        let (host, hash) = (host.to_owned(), token.hash());
        let found = self.read(move |tx| Ok(arrivals::find_by_api_token(tx, &host, &hash)?)).await?;
        let Some((community, let_in)) = found else { return Ok(None) };
        let works = |(held, terms): &(LetIn<_>, Terms)| {
            held.person.may_sign_in() && terms.expires_at.is_none_or(|end| now < end)
        };
        let held = match let_in.filter(works) {
            Some((held, terms)) => {
                terms.scope.allows(needs)?;
                Some(held)
            }
            None => None,
        };
        if let Some(held) = held.as_ref().filter(|held| is_worth_noting(held.used_at, now)) {
            let (community, token) = (community.id, held.by);
            unless_full(self.write(move |tx, _| Ok(api_tokens::set_used(tx, community, token, now)?)).await)?;
        }
        Ok(Some((Arc::new(community), held.map(|held| (held.person, held.by)))))
    }
}

/// Where nothing can be saved, people can read on.
fn unless_full(noted: Result<(), Error>) -> Result<(), Error> {
    match noted {
        Err(Error::CannotSave) => Ok(()),
        other => other,
    }
}

fn is_worth_noting(used_at: Option<Timestamp>, now: Timestamp) -> bool {
    used_at.is_none_or(|used_at| now - used_at >= NOTED_EVERY || !used_at.is_plausible(now, Span(0)))
}
