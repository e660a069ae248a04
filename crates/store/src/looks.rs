//! The looks of people's names and handles, and who has a look in common with somebody else.

use crate::{Error, Tx};
use snug_domain::people::{Handle, LookOf};
use snug_domain::{CommunityId, PersonId, Timestamp};

/// Replaces the looks of a person.
pub fn set(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, looks: &[(LookOf, String)]) -> Result<(), Error> {
    tx.run("DELETE FROM person_looks WHERE community_id = $1 AND person_id = $2", &[&community, &person])?;
    for (of, look) in looks {
        tx.run(
            "INSERT INTO person_looks (community_id, look, person_id, look_of) VALUES ($1, $2, $3, $4)",
            &[&community, look, &person, of],
        )?;
    }
    Ok(())
}

/// Those of these people whose name looks like the name or the handle of somebody else.
pub fn list_shared(tx: &mut Tx<'_>, community: CommunityId, handles: &[Handle]) -> Result<Vec<Handle>, Error> {
    if handles.is_empty() {
        return Ok(Vec::new());
    }
    let handles: Vec<&str> = handles.iter().map(Handle::as_str).collect();
    // One value for any number of them: no handle has a comma or a quotation mark.
    let sql = tx.for_engine(
        "SELECT handle FROM people person
         WHERE community_id = $1
             AND handle IN (SELECT value FROM json_each('[\"' || replace($2, ',', '\",\"') || '\"]'))
             AND EXISTS (SELECT 1 FROM lookalikes WHERE lookalikes.community_id = $1
                 AND lookalikes.person_id = person.id)",
        "SELECT handle FROM people person
         WHERE community_id = $1 AND handle = ANY (string_to_array($2, ','))
             AND EXISTS (SELECT 1 FROM lookalikes WHERE lookalikes.community_id = $1
                 AND lookalikes.person_id = person.id)",
    );
    tx.list(sql, &[&community, &handles.join(",")], |row| row.get(0))
}

/// Handles that may look like this one and whose they are: of people, and those that were given up in between two times
/// and are kept.
pub fn list_handles(
    tx: &mut Tx<'_>,
    community: CommunityId,
    handle: &Handle,
    (released_after, released_until): (Timestamp, Timestamp),
) -> Result<Vec<(Handle, PersonId)>, Error> {
    tx.query(
        "SELECT handle, id FROM people WHERE community_id = $1 AND handle_look = $2
         UNION ALL
         SELECT handle, person_id FROM released_handles
         WHERE community_id = $1 AND handle_look = $2 AND released_at > $3 AND released_at <= $4",
        &[&community, &handle.look(), &released_after, &released_until],
        |row| Ok((row.get("handle")?, row.get("id")?)),
    )
}
