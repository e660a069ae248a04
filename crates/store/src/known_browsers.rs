//! Browsers people signed in with before, each known by a mark in a cookie that is kept as a hash only.

use crate::{Error, Tx};
use snug_domain::{CommunityId, PersonId, SessionId, Timestamp};

/// The most browsers known for one person; the oldest are forgotten first.
const MOST: i64 = 50;

/// Adds a browser, known from the session that began there.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    mark_hash: &[u8],
    (person, session): (PersonId, SessionId),
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO known_browsers (community_id, mark_hash, person_id, session_id, created_at)
         VALUES ($1, $2, $3, $4, $5)",
        &[&community, &mark_hash, &person, &session, &now],
    )?;
    tx.run(
        "DELETE FROM known_browsers WHERE community_id = $1 AND person_id = $2 AND created_at < (
             SELECT created_at FROM known_browsers WHERE community_id = $1 AND person_id = $2
             ORDER BY created_at DESC LIMIT 1 OFFSET $3)",
        &[&community, &person, &(MOST - 1)],
    )
}

/// Whether this mark was given to a browser of this person after `since`.
pub fn is_known(
    tx: &mut Tx<'_>,
    community: CommunityId,
    mark_hash: &[u8],
    person: PersonId,
    since: Timestamp,
) -> Result<bool, Error> {
    let found = tx.query_optional(
        "SELECT 1 FROM known_browsers
         WHERE community_id = $1 AND mark_hash = $2 AND person_id = $3 AND created_at > $4",
        &[&community, &mark_hash, &person, &since],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// Replaces the mark of a browser: forgets the earlier one, if it is this person's.
pub fn delete(tx: &mut Tx<'_>, community: CommunityId, mark_hash: &[u8], person: PersonId) -> Result<(), Error> {
    tx.run(
        "DELETE FROM known_browsers WHERE community_id = $1 AND mark_hash = $2 AND person_id = $3",
        &[&community, &mark_hash, &person],
    )
}

/// Forgets the browser in which this session began.
pub fn delete_of_session(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    session: SessionId,
) -> Result<(), Error> {
    tx.run(
        "DELETE FROM known_browsers WHERE community_id = $1 AND person_id = $2 AND session_id = $3",
        &[&community, &person, &session],
    )
}

/// Forgets all browsers of a person but the one in which this session began.
pub fn delete_others(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    but: Option<SessionId>,
) -> Result<(), Error> {
    match but {
        Some(but) => tx.run(
            "DELETE FROM known_browsers WHERE community_id = $1 AND person_id = $2 AND session_id <> $3",
            &[&community, &person, &but],
        ),
        None => tx.run("DELETE FROM known_browsers WHERE community_id = $1 AND person_id = $2", &[&community, &person]),
    }
}

/// Forgets the browsers of a community that were marked before this time.
pub fn delete_old(tx: &mut Tx<'_>, community: CommunityId, before: Timestamp) -> Result<u64, Error> {
    tx.execute("DELETE FROM known_browsers WHERE community_id = $1 AND created_at < $2", &[&community, &before])
}
