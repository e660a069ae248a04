//! When a visible page of each person was last used. A table of its own, so that being on the
//! site does not wait for the lock of one's row.

use crate::{Error, Tx};
use snug_domain::people::Handle;
use snug_domain::{CommunityId, ConversationId, PersonId, Timestamp};

/// Notes that a person used a visible page.
pub fn set_seen(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, at: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO presence (community_id, person_id, seen_at) VALUES ($1, $2, $3)
         ON CONFLICT (community_id, person_id) DO UPDATE SET seen_at = EXCLUDED.seen_at",
        &[&community, &person, &at],
    )
}

/// The rest of the statement about who of these people talks with the reader: in a direct conversation of theirs, or in
/// one of those named.
macro_rules! seen_at {
    () => {
        "SELECT person.handle, presence.seen_at FROM people reader
         JOIN people person ON person.community_id = reader.community_id
         JOIN presence ON presence.community_id = person.community_id AND presence.person_id = person.id
         WHERE reader.community_id = $1 AND reader.id = $2 AND person.state = 'active'
             AND NOT EXISTS (SELECT 1 FROM preferences WHERE preferences.community_id = $1
                 AND preferences.person_id IN (reader.id, person.id) AND preferences.shows_presence = FALSE)
             AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.community_id = $1
                 AND ((blocks.person_id = reader.id AND blocks.blocked_id = person.id)
                     OR (blocks.person_id = person.id AND blocks.blocked_id = reader.id)))
             AND (EXISTS (SELECT 1 FROM direct_pairs pair WHERE pair.community_id = $1
                 AND pair.lower_person_id = CASE WHEN person.id < reader.id THEN person.id ELSE reader.id END
                 AND pair.higher_person_id = CASE WHEN person.id < reader.id THEN reader.id ELSE person.id END)
             OR EXISTS (SELECT 1 FROM seats own
                 JOIN seats theirs ON theirs.community_id = $1 AND theirs.conversation_id = own.conversation_id
                     AND theirs.person_id = person.id AND theirs.shelf IN ('list', 'archive')
                 WHERE own.community_id = $1 AND own.person_id = reader.id AND own.shelf IN ('list', 'archive')
                     AND own.conversation_id "
    };
}

/// When those of these people whom the reader talks with, in a direct conversation or in one of these, last used a
/// visible page; nothing of anybody who hides it, and nothing at all for a reader who hides it.
pub fn list_seen_at(
    tx: &mut Tx<'_>,
    community: CommunityId,
    reader: PersonId,
    handles: &[Handle],
    conversations: &[ConversationId],
) -> Result<Vec<(Handle, Timestamp)>, Error> {
    // One value for any number of them: no handle has a comma or a quotation mark.
    let handles: Vec<&str> = handles.iter().map(Handle::as_str).collect();
    let conversations: Vec<String> = conversations.iter().map(|id| id.0.simple().to_string()).collect();
    let sql = tx.for_engine(
        concat!(
            seen_at!(),
            "IN (SELECT unhex(value) FROM json_each('[\"' || replace($4, ',', '\",\"') || '\"]'))))
             AND person.handle IN (SELECT value FROM json_each('[\"' || replace($3, ',', '\",\"') || '\"]'))"
        ),
        concat!(
            seen_at!(),
            "= ANY (CAST(string_to_array($4, ',') AS UUID[]))))
             AND person.handle = ANY (string_to_array($3, ','))"
        ),
    );
    let (handles, conversations) = (handles.join(","), conversations.join(","));
    tx.list(sql, &[&community, &reader, &handles, &conversations], |row| Ok((row.get("handle")?, row.get("seen_at")?)))
}
