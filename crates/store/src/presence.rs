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

/// When those of these people whom the reader talks with last used a visible page; nothing of anybody who hides it,
/// and nothing at all for a reader who hides it.
pub fn list_seen_at(
    tx: &mut Tx<'_>,
    community: CommunityId,
    reader: PersonId,
    handles: &[Handle],
) -> Result<Vec<(Handle, Timestamp)>, Error> {
    let handles: Vec<&str> = handles.iter().map(Handle::as_str).collect();
    // One value for any number of them: no handle has a comma or a quotation mark.
    let sql = tx.for_engine(
        "SELECT person.handle, presence.seen_at FROM people reader
         JOIN people person ON person.community_id = reader.community_id
         JOIN direct_pairs pair ON pair.community_id = person.community_id
             AND pair.lower_person_id = CASE WHEN person.id < reader.id THEN person.id ELSE reader.id END
             AND pair.higher_person_id = CASE WHEN person.id < reader.id THEN reader.id ELSE person.id END
         JOIN presence ON presence.community_id = person.community_id AND presence.person_id = person.id
         WHERE reader.community_id = $1 AND reader.id = $2 AND person.state = 'active'
             AND NOT EXISTS (SELECT 1 FROM preferences WHERE preferences.community_id = $1
                 AND preferences.person_id IN (reader.id, person.id) AND preferences.shows_presence = FALSE)
             AND person.handle IN (SELECT value FROM json_each('[\"' || replace($3, ',', '\",\"') || '\"]'))",
        "SELECT person.handle, presence.seen_at FROM people reader
         JOIN people person ON person.community_id = reader.community_id
         JOIN direct_pairs pair ON pair.community_id = person.community_id
             AND pair.lower_person_id = CASE WHEN person.id < reader.id THEN person.id ELSE reader.id END
             AND pair.higher_person_id = CASE WHEN person.id < reader.id THEN reader.id ELSE person.id END
         JOIN presence ON presence.community_id = person.community_id AND presence.person_id = person.id
         WHERE reader.community_id = $1 AND reader.id = $2 AND person.state = 'active'
             AND NOT EXISTS (SELECT 1 FROM preferences WHERE preferences.community_id = $1
                 AND preferences.person_id IN (reader.id, person.id) AND preferences.shows_presence = FALSE)
             AND person.handle = ANY (string_to_array($3, ','))",
    );
    tx.list(sql, &[&community, &reader, &handles.join(",")], |row| Ok((row.get("handle")?, row.get("seen_at")?)))
}
