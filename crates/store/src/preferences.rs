//! What people chose. A row only for who has chosen; whoever has none has what everybody begins with.

use crate::{Error, Row, Tx};
use snug_domain::people::{Language, Preferences, Writers, Zone};
use snug_domain::{CommunityId, PersonId};

/// Joins what a `person` chose.
macro_rules! join_preferences {
    () => {
        "LEFT JOIN preferences
             ON preferences.community_id = person.community_id AND preferences.person_id = person.id"
    };
}
pub(crate) use join_preferences;

/// Replaces what a person chose, but for the language, which stands with the person.
pub(crate) fn set(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    preferences: &Preferences,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO preferences (community_id, person_id, theme, wants_mail, bell_sound, enter_sends, shows_presence,
             letter_keys, mentions_ring, time_zone, browser_time_zone, writers)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (community_id, person_id) DO UPDATE SET theme = EXCLUDED.theme, wants_mail = EXCLUDED.wants_mail,
             bell_sound = EXCLUDED.bell_sound, enter_sends = EXCLUDED.enter_sends,
             shows_presence = EXCLUDED.shows_presence, letter_keys = EXCLUDED.letter_keys,
             mentions_ring = EXCLUDED.mentions_ring, time_zone = EXCLUDED.time_zone,
             browser_time_zone = EXCLUDED.browser_time_zone, writers = EXCLUDED.writers",
        &[
            &community,
            &person,
            &preferences.theme,
            &preferences.wants_mail,
            &preferences.bell_sound,
            &preferences.enter_sends,
            &preferences.shows_presence,
            &preferences.letter_keys,
            &preferences.mentions_ring,
            &preferences.chosen_zone.map(Zone::name),
            &preferences.browser_zone.map(Zone::name),
            &preferences.writers,
        ],
    )
}

/// What the person of this row chose.
pub(crate) fn read(row: &Row<'_>, language: Language) -> Result<Preferences, Error> {
    let usual = Preferences::new(language);
    Ok(Preferences {
        language,
        // A look of a newer program keeps nobody out: they see the usual one.
        theme: row.get::<Option<_>>("theme").ok().flatten().unwrap_or(usual.theme),
        wants_mail: row.get::<Option<_>>("wants_mail")?.unwrap_or(usual.wants_mail),
        bell_sound: row.get::<Option<_>>("bell_sound")?.unwrap_or(usual.bell_sound),
        enter_sends: row.get::<Option<_>>("enter_sends")?.unwrap_or(usual.enter_sends),
        shows_presence: row.get::<Option<_>>("shows_presence")?.unwrap_or(usual.shows_presence),
        // A choice of a newer program lets in nobody whom it might keep out.
        writers: row.get::<Option<_>>("writers").unwrap_or(Some(Writers::Nobody)).unwrap_or(usual.writers),
        letter_keys: row.get::<Option<_>>("letter_keys")?.unwrap_or(usual.letter_keys),
        mentions_ring: row.get::<Option<_>>("mentions_ring")?.unwrap_or(usual.mentions_ring),
        chosen_zone: zone(row, "time_zone")?,
        browser_zone: zone(row, "browser_time_zone")?,
    })
}

/// A zone that a newer program knows, and this one does not, counts as none.
fn zone(row: &Row<'_>, column: &'static str) -> Result<Option<Zone>, Error> {
    let name: Option<String> = row.get(column)?;
    Ok(name.and_then(|name| Zone::parse(&name).ok()))
}
