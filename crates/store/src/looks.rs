//! What the names of people look like, and who has a look in common with somebody else.

use crate::{Error, Tx};
use snug_domain::people::Handle;
use snug_domain::{CommunityId, PersonId};

/// Replaces the looks of a person's name.
pub fn set(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, looks: &[String]) -> Result<(), Error> {
    tx.run("DELETE FROM person_looks WHERE community_id = $1 AND person_id = $2", &[&community, &person])?;
    for look in looks {
        tx.run(
            "INSERT INTO person_looks (community_id, look, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            &[&community, look, &person],
        )?;
    }
    Ok(())
}

/// Those of these people whose name looks like the name of somebody else.
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
             AND EXISTS (SELECT 1 FROM person_looks own JOIN person_looks other
                 ON other.community_id = own.community_id AND other.look = own.look AND other.person_id <> own.person_id
                 WHERE own.community_id = $1 AND own.person_id = person.id)",
        "SELECT handle FROM people person
         WHERE community_id = $1 AND handle = ANY (string_to_array($2, ','))
             AND EXISTS (SELECT 1 FROM person_looks own JOIN person_looks other
                 ON other.community_id = own.community_id AND other.look = own.look AND other.person_id <> own.person_id
                 WHERE own.community_id = $1 AND own.person_id = person.id)",
    );
    tx.list(sql, &[&community, &handles.join(",")], |row| row.get(0))
}
