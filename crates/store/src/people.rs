//! People of a community, and their preferences.

use crate::preferences::{self, join_preferences};
use crate::row::Place;
use crate::{Error, Part, Row, Tx};
use snug_domain::people::{Handle, NamedPerson, Person, PersonState, Preferences};
use snug_domain::{CommunityId, PersonId};

/// The columns of a `person`, with what they chose ([`join_preferences`]). Their names fit beside those of any other
/// noun, as do all names of columns in this crate.
macro_rules! person_columns {
    () => {
        "person.id AS person_id, person.kind AS person_kind, person.state AS person_state,
         person.name AS person_name, person.handle AS person_handle, person.about AS person_about,
         person.mail_name AS person_mail_name, person.change_number AS person_change_number,
         person.created_at AS person_created_at, person.language AS person_language, preferences.theme,
         preferences.wants_mail, preferences.bell_sound, preferences.enter_sends, preferences.shows_presence, preferences.writers,
         preferences.letter_keys, preferences.mentions_ring, preferences.time_zone, preferences.browser_time_zone"
    };
}
pub(crate) use person_columns;

/// Whether a `person` may sign in, as `Person::may_sign_in` says.
macro_rules! may_sign_in {
    () => {
        "person.kind = 'member' AND person.state = 'active'"
    };
}
pub(crate) use may_sign_in;

/// Adds a person. [`Error::Conflict`] if the handle or mail name is taken.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: &Person,
    password_hash: Option<&str>,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO people (community_id, id, kind, state, name, handle, handle_look, about, mail_name, password_hash,
             language, change_number, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        &[
            &community,
            &person.id,
            &person.kind,
            &person.state,
            &person.name,
            &person.handle,
            &person.handle.look(),
            &person.about,
            &person.mail_name,
            &password_hash,
            &person.preferences.language,
            &person.change_number,
            &person.created_at,
        ],
    )?;
    if person.preferences == Preferences::new(person.preferences.language) {
        return Ok(());
    }
    preferences::set(tx, community, person.id, &person.preferences)
}

/// The person with this id.
pub fn find(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Option<Person>, Error> {
    tx.query_optional(
        concat!(
            "SELECT ",
            person_columns!(),
            " FROM people person ",
            join_preferences!(),
            " WHERE person.community_id = $1 AND person.id = $2"
        ),
        &[&community, &person],
        read,
    )
}

/// The person with this handle.
pub fn find_by_handle(tx: &mut Tx<'_>, community: CommunityId, handle: &Handle) -> Result<Option<Person>, Error> {
    tx.query_optional(
        concat!(
            "SELECT ",
            person_columns!(),
            " FROM people person ",
            join_preferences!(),
            " WHERE person.community_id = $1 AND person.handle = $2"
        ),
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
        concat!(
            "SELECT ",
            person_columns!(),
            " FROM people person ",
            join_preferences!(),
            " WHERE person.community_id = $1 AND person.handle > $2 AND ",
            may_sign_in!(),
            " ORDER BY person.handle LIMIT $3"
        ),
        &[&community, &after, &limit],
        ("person_handle", limit),
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
        "UPDATE people SET name = $3, handle = $4, handle_look = $5, about = $6 WHERE community_id = $1 AND id = $2",
        &[&community, &person, &name, &handle, &handle.look(), &about],
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
        "UPDATE people SET language = $3 WHERE community_id = $1 AND id = $2",
        &[&community, &person, &preferences.language],
    )?;
    preferences::set(tx, community, person, preferences)
}

/// Suspends a person, or lets them in again.
pub fn set_state(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, state: PersonState) -> Result<(), Error> {
    tx.run("UPDATE people SET state = $3 WHERE community_id = $1 AND id = $2", &[&community, &person, &state])
}

/// Changes a person's password.
pub fn set_password_hash(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, hash: &str) -> Result<(), Error> {
    tx.run("UPDATE people SET password_hash = $3 WHERE community_id = $1 AND id = $2", &[&community, &person, &hash])
}

/// The people with these handles, in no order.
pub fn list_by_handle(tx: &mut Tx<'_>, community: CommunityId, handles: &[Handle]) -> Result<Vec<Person>, Error> {
    // One value for any number of them: no handle has a comma or a quotation mark.
    let handles: Vec<&str> = handles.iter().map(Handle::as_str).collect();
    let sql = tx.for_engine(
        concat!(
            "SELECT ",
            person_columns!(),
            " FROM people person ",
            join_preferences!(),
            " WHERE person.community_id = $1
                 AND person.handle IN (SELECT value FROM json_each('[\"' || replace($2, ',', '\",\"') || '\"]'))"
        ),
        concat!(
            "SELECT ",
            person_columns!(),
            " FROM people person ",
            join_preferences!(),
            " WHERE person.community_id = $1 AND person.handle = ANY (string_to_array($2, ','))"
        ),
    );
    tx.query(sql, &[&community, &handles.join(",")], read)
}

/// These people as they are named, in no order.
pub(crate) fn list_named(tx: &mut Tx<'_>, community: CommunityId, ids: &[PersonId]) -> Result<Vec<NamedPerson>, Error> {
    // One value for any number of them.
    let ids: Vec<String> = ids.iter().map(|id| id.0.simple().to_string()).collect();
    let sql = tx.for_engine(
        "SELECT id, kind, name, handle FROM people WHERE community_id = $1
             AND id IN (SELECT unhex(value) FROM json_each('[\"' || replace($2, ',', '\",\"') || '\"]'))",
        "SELECT id, kind, name, handle FROM people WHERE community_id = $1
             AND id = ANY (CAST(string_to_array($2, ',') AS UUID[]))",
    );
    tx.list(sql, &[&community, &ids.join(",")], |row| read_named(row, 0))
}

/// Reads a person as they are named; the columns begin at this one: id, kind, name, handle.
pub(crate) fn read_named(row: &Row<'_>, first: impl Place) -> Result<NamedPerson, Error> {
    let first = first.find(row).ok_or_else(|| row.corrupt(first))?;
    Ok(NamedPerson {
        id: row.get(first)?,
        kind: row.get(first + 1)?,
        name: row.get(first + 2)?,
        handle: row.get(first + 3)?,
    })
}

/// The same where there may be nobody.
pub(crate) fn read_named_if_any(row: &Row<'_>, first: impl Place) -> Result<Option<NamedPerson>, Error> {
    match row.get::<Option<PersonId>>(first)? {
        None => Ok(None),
        Some(_) => read_named(row, first).map(Some),
    }
}

/// In which epoch of access a person is: links in mails that act for them are of one.
pub fn find_access_epoch(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Option<i64>, Error> {
    tx.query_optional(
        "SELECT access_epoch FROM people WHERE community_id = $1 AND id = $2",
        &[&community, &person],
        |row| row.get(0),
    )
}

/// Ends the links in mails that act for a person.
pub fn raise_access_epoch(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<(), Error> {
    tx.run(
        "UPDATE people SET access_epoch = access_epoch + 1 WHERE community_id = $1 AND id = $2",
        &[&community, &person],
    )
}

pub(crate) fn read(row: &Row<'_>) -> Result<Person, Error> {
    Ok(Person {
        id: row.get("person_id")?,
        kind: row.get("person_kind")?,
        state: row.get("person_state")?,
        name: row.get("person_name")?,
        handle: row.get("person_handle")?,
        about: row.get("person_about")?,
        mail_name: row.get("person_mail_name")?,
        change_number: row.get("person_change_number")?,
        created_at: row.get("person_created_at")?,
        preferences: preferences::read(row, row.get("person_language")?)?,
    })
}
