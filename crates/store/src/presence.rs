//! When a visible page of each person was last used. A table of its own, so that being on the
//! site does not wait for the lock of one's row.

use crate::{Error, Tx};
use snug_domain::people::Handle;
use snug_domain::{CommunityId, PersonId, Timestamp};

/// Notes that a person used a visible page.
pub fn set_seen(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, at: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO presence (community_id, person_id, seen_at) VALUES ($1, $2, $3)
         ON CONFLICT (community_id, person_id) DO UPDATE SET seen_at = EXCLUDED.seen_at",
        &[&community, &person, &at],
    )
}

/// When a person last used a visible page.
pub fn find_seen_at(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Option<Timestamp>, Error> {
    tx.query_optional(
        "SELECT seen_at FROM presence WHERE community_id = $1 AND person_id = $2",
        &[&community, &person],
        |row| row.get(0),
    )
}

/// When those of these people who ever did last used a visible page.
pub fn list_seen_at(
    tx: &mut Tx<'_>,
    community: CommunityId,
    handles: &[Handle],
) -> Result<Vec<(Handle, Timestamp)>, Error> {
    let handles: Vec<&str> = handles.iter().map(Handle::as_str).collect();
    // One value for any number of them: no handle has a comma or a quotation mark.
    let sql = tx.for_engine(
        "SELECT person.handle, presence.seen_at FROM people person
         JOIN presence ON presence.community_id = person.community_id AND presence.person_id = person.id
         WHERE person.community_id = $1 AND person.state = 'active'
             AND person.handle IN (SELECT value FROM json_each('[\"' || replace($2, ',', '\",\"') || '\"]'))",
        "SELECT person.handle, presence.seen_at FROM people person
         JOIN presence ON presence.community_id = person.community_id AND presence.person_id = person.id
         WHERE person.community_id = $1 AND person.state = 'active'
             AND person.handle = ANY (string_to_array($2, ','))",
    );
    tx.query(sql, &[&community, &handles.join(",")], |row| {
        Ok((Handle::parse(&row.get::<String>(0)?).map_err(|_| row.corrupt(0))?, row.get(1)?))
    })
}
