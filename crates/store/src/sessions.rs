//! Browsers people signed in with. The token is kept as a hash only.

use crate::people::may_sign_in;
use crate::{Asked, Error, Row, Tx};
use snug_domain::{CommunityId, PersonId, SessionId, Timestamp};

/// A browser somebody signed in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Who signed in.
    pub person: PersonId,
    /// What the browser said it is.
    pub client: String,
    /// When they signed in.
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    pub seen_at: Timestamp,
}

macro_rules! session_columns {
    () => {
        "id, person_id, client, created_at, seen_at"
    };
}

/// Adds a session, begun from the network with this fingerprint.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    session: &Session,
    token_hash: &[u8],
    network_hash: &[u8],
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO sessions (community_id, id, token_hash, person_id, client, network_hash, created_at, seen_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            &community,
            &session.id,
            &token_hash,
            &session.person,
            &session.client,
            &network_hash,
            &session.created_at,
            &session.seen_at,
        ],
    )
}

/// A person's sessions, the last used first.
pub fn list(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Vec<Session>, Error> {
    tx.list(
        concat!(
            "SELECT ",
            session_columns!(),
            " FROM sessions WHERE community_id = $1 AND person_id = $2 ORDER BY seen_at DESC, id DESC LIMIT 200"
        ),
        &[&community, &person],
        read,
    )
}

/// The session with this token.
pub fn find_by_token(tx: &mut Tx<'_>, community: CommunityId, token_hash: &[u8]) -> Result<Option<Session>, Error> {
    tx.query_optional(
        concat!("SELECT ", session_columns!(), " FROM sessions WHERE community_id = $1 AND token_hash = $2"),
        &[&community, &token_hash],
        read,
    )
}

/// Asks whether this session of this person was used after a time, and they may sign in: the answer is a row or none.
pub fn ask_working(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    session: SessionId,
    seen_after: Timestamp,
) -> Result<Asked<i64>, Error> {
    tx.ask(
        concat!(
            "SELECT 1 FROM sessions session
         JOIN people person ON person.community_id = session.community_id AND person.id = session.person_id
         WHERE session.community_id = $1 AND session.id = $3 AND session.person_id = $2 AND session.seen_at > $4 AND ",
            may_sign_in!()
        ),
        &[&community, &person, &session, &seen_after],
        |row| row.get(0),
    )
}

/// Whether a person has a session that began from the network with this fingerprint.
pub fn is_known_network(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    network_hash: &[u8],
) -> Result<bool, Error> {
    let found = tx.query_optional(
        "SELECT 1 FROM sessions WHERE community_id = $1 AND person_id = $2 AND network_hash = $3 LIMIT 1",
        &[&community, &person, &network_hash],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// Notes that a session was used.
pub fn set_seen(tx: &mut Tx<'_>, community: CommunityId, session: SessionId, at: Timestamp) -> Result<(), Error> {
    tx.run("UPDATE sessions SET seen_at = $3 WHERE community_id = $1 AND id = $2", &[&community, &session, &at])
}

/// Ends one session of a person; whether there was one.
pub fn delete(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, session: SessionId) -> Result<bool, Error> {
    let gone = tx.execute(
        "DELETE FROM sessions WHERE community_id = $1 AND person_id = $2 AND id = $3",
        &[&community, &person, &session],
    )?;
    Ok(gone > 0)
}

/// Ends all sessions of a person but this one.
pub fn delete_others(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    but: Option<SessionId>,
) -> Result<u64, Error> {
    match but {
        Some(but) => tx.execute(
            "DELETE FROM sessions WHERE community_id = $1 AND person_id = $2 AND id <> $3",
            &[&community, &person, &but],
        ),
        None => tx.execute("DELETE FROM sessions WHERE community_id = $1 AND person_id = $2", &[&community, &person]),
    }
}

/// Forgets the sessions of a community that were last used before this time.
pub fn delete_unused(tx: &mut Tx<'_>, community: CommunityId, before: Timestamp) -> Result<u64, Error> {
    tx.execute("DELETE FROM sessions WHERE community_id = $1 AND seen_at < $2", &[&community, &before])
}

fn read(row: &Row<'_>) -> Result<Session, Error> {
    Ok(Session {
        id: row.get("id")?,
        person: row.get("person_id")?,
        client: row.get("client")?,
        created_at: row.get("created_at")?,
        seen_at: row.get("seen_at")?,
    })
}
