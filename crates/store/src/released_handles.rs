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
        "INSERT INTO released_handles (community_id, handle, person_id, released_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (community_id, handle) DO UPDATE SET person_id = EXCLUDED.person_id,
             released_at = EXCLUDED.released_at",
        &[&community, &handle, &person, &at],
    )
}

/// For whom a handle that was given up after a time is kept.
pub fn find_owner(
    tx: &mut Tx<'_>,
    community: CommunityId,
    handle: &Handle,
    released_after: Timestamp,
) -> Result<Option<PersonId>, Error> {
    tx.query_optional(
        "SELECT person_id FROM released_handles WHERE community_id = $1 AND handle = $2 AND released_at > $3",
        &[&community, &handle, &released_after],
        |row| row.get(0),
    )
}

/// Ends the keeping of a handle that somebody has again.
pub fn delete(tx: &mut Tx<'_>, community: CommunityId, handle: &Handle) -> Result<(), Error> {
    tx.run("DELETE FROM released_handles WHERE community_id = $1 AND handle = $2", &[&community, &handle])
}

/// Forgets those given up before a time, so many at the most.
pub fn delete_old(tx: &mut Tx<'_>, community: CommunityId, before: Timestamp, limit: i64) -> Result<u64, Error> {
    tx.execute(
        "DELETE FROM released_handles WHERE (community_id, handle) IN (
             SELECT community_id, handle FROM released_handles
             WHERE community_id = $1 AND released_at <= $2 LIMIT $3)",
        &[&community, &before, &limit],
    )
}
