use super::Token;
use crate::{App, Error};
use snug_domain::account::SESSION_LASTS;
use snug_domain::communities::Community;
use snug_domain::people::Person;
use snug_domain::{ApiTokenId, CommunityId, SessionId, Span, Timestamp};
use snug_store::{Tx, api_tokens, communities, people, sessions};
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
        let host = host.to_owned();
        let hash = token.map(|token| token.hash());
        let found = self
            .read(move |tx| {
                let Some(community) = communities::find_by_host(tx, &host)? else { return Ok(None) };
                let session = find_session(tx, community.id, hash.as_deref(), now)?;
                Ok(Some((community, session)))
            })
            .await?;
        let Some((community, session)) = found else { return Ok(None) };
        let is_prolonged = session.as_ref().is_some_and(|(_, session)| now - session.seen_at >= NOTED_EVERY);
        if let Some((person, session)) = session.as_ref().filter(|_| is_prolonged) {
            let (community, id, person) = (community.id, session.id, person.id);
            tracing::debug!(%community, %person, "a session is used again");
            self.write(move |tx, _| Ok(sessions::set_seen(tx, community, id, now)?)).await?;
        }
        let signed_in = session.map(|(person, session)| SignedIn { person, session: session.id, is_prolonged });
        Ok(Some(Arrival { community: Arc::new(community), signed_in }))
    }

    /// Who calls the API: the person by a personal token.
    pub async fn arrive_with_api_token(
        &self,
        community: &Arc<Community>,
        token: Token,
        now: Timestamp,
    ) -> Result<Option<(Person, ApiTokenId)>, Error> {
        let (community, hash) = (community.id, token.hash());
        let found = self
            .read(move |tx| {
                let Some(token) = api_tokens::find_by_token(tx, community, &hash)? else { return Ok(None) };
                let person = people::find(tx, community, token.person)?;
                Ok(person.filter(Person::is_active_member).map(|person| (person, token)))
            })
            .await?;
        let Some((person, token)) = found else { return Ok(None) };
        if token.used_at.is_none_or(|used_at| now - used_at >= NOTED_EVERY) {
            let id = token.id;
            self.write(move |tx, _| Ok(api_tokens::set_used(tx, community, id, now)?)).await?;
        }
        Ok(Some((person, token.id)))
    }
}

fn find_session(
    tx: &mut Tx<'_>,
    community: CommunityId,
    hash: Option<&[u8]>,
    now: Timestamp,
) -> Result<Option<(Person, sessions::Session)>, Error> {
    let Some(hash) = hash else { return Ok(None) };
    let session = sessions::find_by_token(tx, community, hash)?;
    let Some(session) = session.filter(|session| now - session.seen_at < SESSION_LASTS) else { return Ok(None) };
    let person = people::find(tx, community, session.person)?;
    Ok(person.filter(Person::is_active_member).map(|person| (person, session)))
}
