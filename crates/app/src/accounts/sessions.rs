use super::Token;
use crate::{Actor, App, Client, Error, new_id};
use snug_domain::allowance::CHANGES;
use snug_domain::{CommunityId, PersonId, SessionId, Timestamp};
use snug_store::Tx;
use snug_store::sessions::{self, Session};

impl App {
    /// The browsers the actor is signed in with, the last used first.
    pub async fn list_sessions(&self, actor: &Actor) -> Result<Vec<Session>, Error> {
        let (community, person) = (actor.community_id(), actor.person);
        self.read(move |tx| Ok(sessions::list(tx, community, person)?)).await
    }

    /// Ends one of the actor's sessions: signs out, here or elsewhere.
    pub async fn end_session(&self, actor: &Actor, session: SessionId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let (community, person) = (actor.community_id(), actor.person);
        self.write(
            move |tx, _| {
                if sessions::delete(tx, community, person, session)? { Ok(()) } else { Err(Error::NotFound) }
            },
        )
        .await
    }

    /// Ends all of the actor's sessions but this one.
    pub async fn end_other_sessions(&self, actor: &Actor, but: Option<SessionId>) -> Result<u64, Error> {
        self.count(actor, CHANGES)?;
        let (community, person) = (actor.community_id(), actor.person);
        self.write(move |tx, _| Ok(sessions::delete_others(tx, community, person, but)?)).await
    }

    /// Signs a person in without asking for anything: for the demo, which lets one be anybody.
    pub async fn sign_in_as(&self, actor: &Actor, client: &Client) -> Result<Token, Error> {
        let (community, person, now, client) = (actor.community_id(), actor.person, actor.now, client.clone());
        let token = Token::random("")?;
        let kept = token.clone();
        self.write(move |tx, _| insert_session(tx, community, person, &client, &kept, now).map(drop)).await?;
        Ok(token)
    }
}

/// Begins a session with this token.
pub(super) fn insert_session(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    client: &Client,
    token: &Token,
    now: Timestamp,
) -> Result<SessionId, Error> {
    let id = new_id(now);
    let client = client.name.chars().take(200).collect();
    let session = Session { id, person, client, created_at: now, seen_at: now };
    sessions::insert(tx, community, &session, &token.hash())?;
    Ok(id)
}
