//! People of a community, and their preferences.

use crate::{Error, Part, Row, Tx};
use snug_domain::people::{Handle, Person, PersonState, Preferences};
use snug_domain::{CommunityId, PersonId};

/// Adds a person. [`Error::Conflict`] if the handle or mail name is taken.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: &Person,
    password_hash: Option<&str>,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO people (community_id, id, kind, state, name, handle, about, mail_name, password_hash, language,
             theme, wants_mail, bell_sound, enter_sends, shows_presence, letter_keys, change_number, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        &[
            &community,
            &person.id,
            &person.kind,
            &person.state,
            &person.name,
            &person.handle,
            &person.about,
            &person.mail_name,
            &password_hash,
            &person.preferences.language,
            &person.preferences.theme,
            &person.preferences.wants_mail,
            &person.preferences.bell_sound,
            &person.preferences.enter_sends,
            &person.preferences.shows_presence,
            &person.preferences.letter_keys,
            &person.change_number,
            &person.created_at,
        ],
    )
}

/// The person with this id.
pub fn find(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Option<Person>, Error> {
    tx.query_optional(
        "SELECT id, kind, state, name, handle, about, mail_name, language, theme, wants_mail, bell_sound, enter_sends,
             shows_presence, letter_keys, change_number, created_at
         FROM people WHERE community_id = $1 AND id = $2",
        &[&community, &person],
        read,
    )
}

/// The person with this handle.
pub fn find_by_handle(tx: &mut Tx<'_>, community: CommunityId, handle: &Handle) -> Result<Option<Person>, Error> {
    tx.query_optional(
        "SELECT id, kind, state, name, handle, about, mail_name, language, theme, wants_mail, bell_sound, enter_sends,
             shows_presence, letter_keys, change_number, created_at
         FROM people WHERE community_id = $1 AND handle = $2",
        &[&community, &handle],
        read,
    )
}

/// Whether somebody's mails come from an address that begins so.
pub fn is_mail_name_taken(tx: &mut Tx<'_>, community: CommunityId, mail_name: &str) -> Result<bool, Error> {
    let found = tx.query_optional(
        "SELECT 1 FROM people WHERE community_id = $1 AND mail_name = $2",
        &[&community, &mail_name],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// The hash of a person's password, if they have one.
pub fn find_password_hash(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Option<String>, Error> {
    let found = tx.query_optional(
        "SELECT password_hash FROM people WHERE community_id = $1 AND id = $2",
        &[&community, &person],
        |row| row.get::<Option<String>>(0),
    )?;
    Ok(found.flatten())
}

/// Active members whose handle comes after this one, in the order of handles.
pub fn list_members(
    tx: &mut Tx<'_>,
    community: CommunityId,
    after: &str,
    limit: i64,
) -> Result<Part<Person, Handle>, Error> {
    tx.part(
        "SELECT id, kind, state, name, handle, about, mail_name, language, theme, wants_mail, bell_sound, enter_sends,
             shows_presence, letter_keys, change_number, created_at
         FROM people
         WHERE community_id = $1 AND handle > $2 AND kind = 'member' AND state = 'active'
         ORDER BY handle LIMIT $3",
        &[&community, &after, &limit],
        ("handle", limit),
        read,
    )
}

/// Changes what a person is called. [`Error::Conflict`] if the handle is taken.
pub fn set_profile(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    name: &str,
    handle: &Handle,
    about: &str,
) -> Result<(), Error> {
    tx.run(
        "UPDATE people SET name = $3, handle = $4, about = $5 WHERE community_id = $1 AND id = $2",
        &[&community, &person, &name, &handle, &about],
    )
}

/// Changes what a person chose.
pub fn set_preferences(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    preferences: &Preferences,
) -> Result<(), Error> {
    tx.run(
        "UPDATE people SET language = $3, theme = $4, wants_mail = $5, bell_sound = $6, enter_sends = $7,
             shows_presence = $8, letter_keys = $9
         WHERE community_id = $1 AND id = $2",
        &[
            &community,
            &person,
            &preferences.language,
            &preferences.theme,
            &preferences.wants_mail,
            &preferences.bell_sound,
            &preferences.enter_sends,
            &preferences.shows_presence,
            &preferences.letter_keys,
        ],
    )
}

/// Suspends a person, or lets them in again.
pub fn set_state(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, state: PersonState) -> Result<(), Error> {
    tx.run("UPDATE people SET state = $3 WHERE community_id = $1 AND id = $2", &[&community, &person, &state])
}

/// Changes a person's password.
pub fn set_password_hash(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, hash: &str) -> Result<(), Error> {
    tx.run("UPDATE people SET password_hash = $3 WHERE community_id = $1 AND id = $2", &[&community, &person, &hash])
}

pub(crate) fn read(row: &Row<'_>) -> Result<Person, Error> {
    read_from(row, 0)
}

/// How many columns a person has.
pub(crate) const COLUMNS: usize = 16;

/// Reads a person whose columns begin here.
pub(crate) fn read_from(row: &Row<'_>, first: usize) -> Result<Person, Error> {
    Ok(Person {
        id: row.get(first)?,
        kind: row.get(first + 1)?,
        state: row.get(first + 2)?,
        name: row.get(first + 3)?,
        handle: row.get(first + 4)?,
        about: row.get(first + 5)?,
        mail_name: row.get(first + 6)?,
        preferences: Preferences {
            language: row.get(first + 7)?,
            theme: row.get(first + 8)?,
            wants_mail: row.get(first + 9)?,
            bell_sound: row.get(first + 10)?,
            enter_sends: row.get(first + 11)?,
            shows_presence: row.get(first + 12)?,
            letter_keys: row.get(first + 13)?,
        },
        change_number: row.get(first + 14)?,
        created_at: row.get(first + 15)?,
    })
}
