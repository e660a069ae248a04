//! The steps from an empty database to today's, and which of them are missing.
//!
//! A migration that was released is never changed; a new one is added at the end
//! of the list, with a file of the same name for each engine.

use crate::error::Error;

/// One step.
pub(crate) struct Migration {
    pub(crate) name: &'static str,
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
}

macro_rules! migration {
    ($name:literal) => {
        Migration {
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }
    };
}

/// Every step, in order.
const MIGRATIONS: &[Migration] = &[
    migration!("0001_ground"),
    migration!("0002_time_zones"),
    migration!("0003_community_face"),
    migration!("0004_earlier_texts"),
    migration!("0005_seats_listed"),
    migration!("0006_blocks"),
    migration!("0007_reminders"),
];

/// The names of every step, in order.
#[must_use]
pub fn names() -> Vec<&'static str> {
    MIGRATIONS.iter().map(|migration| migration.name).collect()
}

/// The first step that is not among those applied. Refuses a database that a
/// newer program has been at.
pub(crate) fn next(applied: &[String]) -> Result<Option<&'static Migration>, Error> {
    let known = |name: &String| MIGRATIONS.iter().any(|migration| migration.name == name);
    if let Some(unknown) = applied.iter().find(|name| !known(name)) {
        return Err(Error::Newer(unknown.clone()));
    }
    Ok(MIGRATIONS.iter().find(|migration| !applied.iter().any(|name| name == migration.name)))
}
