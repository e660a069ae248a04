//! Handles their owners gave up, and who may have them back.

use crate::{Error, Tx};
use snug_domain::people::Handle;
use snug_domain::{CommunityId, PersonId, Timestamp};

/// Keeps a handle for who gave it up.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    handle: &Handle,
    person: PersonId,
    at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO released_handles (community_id, handle, handle_look, person_id, released_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (community_id, handle) DO UPDATE SET person_id = EXCLUDED.person_id,
             released_at = EXCLUDED.released_at",
        &[&community, &handle, &handle.look(), &person, &at],
    )
}

/// Ends the keeping of a handle that somebody has again.
pub fn delete(tx: &mut Tx<'_>, community: CommunityId, handle: &Handle) -> Result<(), Error> {
    tx.run("DELETE FROM released_handles WHERE community_id = $1 AND handle = $2", &[&community, &handle])
}

/// Forgets those given up before a time or after another, so many at the most.
pub fn delete_old(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (before, after): (Timestamp, Timestamp),
    limit: i64,
) -> Result<u64, Error> {
    tx.execute(
        "DELETE FROM released_handles WHERE (community_id, handle) IN (
             SELECT community_id, handle FROM released_handles
             WHERE community_id = $1 AND (released_at <= $2 OR released_at > $3) LIMIT $4)",
        &[&community, &before, &after, &limit],
    )
}
