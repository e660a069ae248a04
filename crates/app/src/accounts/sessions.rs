use super::end_access::end_streams;
use super::familiarity::network_hash;
use super::{Token, Tokens, end_access};
use crate::{Actor, App, Client, Error, News, new_id};
use snug_domain::allowance::ACCOUNT_CHANGES;
use snug_domain::{CommunityId, PersonId, SessionId, Timestamp};
use snug_store::sessions::{self, Session};
use snug_store::{Tx, known_browsers};

impl App {
    /// The browsers the actor is signed in with, the last used first.
    pub async fn list_sessions(&self, actor: &Actor) -> Result<Vec<Session>, Error> {
        let (community, person) = (actor.community_id(), actor.person);
        self.read(move |tx| Ok(sessions::list(tx, community, person)?)).await
    }

    /// Signs out. The browser stays known as the actor's.
    pub async fn sign_out(&self, actor: &Actor, session: SessionId) -> Result<(), Error> {
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        self.write(move |tx, news| {
            // Ended elsewhere a moment ago is ended.
            if sessions::delete(tx, community, person, session)? {
                end_streams(tx, news, (community, person), now)?;
            }
            Ok(())
        })
        .await
    }

    /// Ends one of the actor's sessions elsewhere, and does not know its browser any more.
    pub async fn end_session(&self, actor: &Actor, session: SessionId) -> Result<(), Error> {
        self.count(actor, ACCOUNT_CHANGES)?;
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        self.write(move |tx, news| {
            if !sessions::delete(tx, community, person, session)? {
                return Err(Error::NotFound);
            }
            known_browsers::delete_of_session(tx, community, person, session)?;
            end_streams(tx, news, (community, person), now)
        })
        .await
    }

    /// Ends everything that lets somebody in but this session; how many other sessions there were.
    pub async fn end_other_sessions(
        &self,
        actor: &Actor,
        but: Option<SessionId>,
        tokens: Tokens,
    ) -> Result<u64, Error> {
        self.count(actor, ACCOUNT_CHANGES)?;
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        self.write(move |tx, news| end_access(tx, news, (community, person), but, tokens, now)).await
    }

    /// Signs a person in without asking for anything: for the demo, which lets one be anybody.
    pub async fn sign_in_as(&self, actor: &Actor, client: &Client) -> Result<Token, Error> {
        let (community, person, now, client) = (actor.community_id(), actor.person, actor.now, client.clone());
        let token = Token::random("")?;
        let kept = token.clone();
        self.write(move |tx, news| {
            let replaced = find_replaced(tx, community, &client, person)?;
            insert_session(tx, news, community, (person, replaced), (&client, &kept), now).map(drop)
        })
        .await?;
        Ok(token)
    }
}

/// The session that this browser has until now, if any. Locks its person and whoever signs in, in order.
pub(super) fn find_replaced(
    tx: &mut Tx<'_>,
    community: CommunityId,
    client: &Client,
    person: PersonId,
) -> Result<Option<Session>, Error> {
    let replaced = match &client.session {
        Some(shown) => sessions::find_by_token(tx, community, &shown.hash())?,
        None => None,
    };
    tx.lock_people(community, &[replaced.as_ref().map_or(person, |session| session.person), person])?;
    Ok(replaced)
}

/// Begins a session with this token, in place of the one this browser had, and marks the browser as known.
pub(super) fn insert_session(
    tx: &mut Tx<'_>,
    news: &mut News,
    community: CommunityId,
    (person, replaced): (PersonId, Option<Session>),
    (client, token): (&Client, &Token),
    now: Timestamp,
) -> Result<SessionId, Error> {
    if let Some(replaced) = replaced {
        sessions::delete(tx, community, replaced.person, replaced.id)?;
        end_streams(tx, news, (community, replaced.person), now)?;
    }
    let id = new_id(now);
    let session = Session { id, person, client: client.shown_name(), created_at: now, seen_at: now };
    sessions::insert(tx, community, &session, &token.hash(), &network_hash(person, client))?;
    if let Some(mark) = &client.mark {
        known_browsers::delete(tx, community, &mark.hash(), person)?;
    }
    known_browsers::insert(tx, community, &token.mark().hash(), (person, id), now)?;
    Ok(id)
}
