//! Migrations on SQLite.

use super::connection::open_writer;
use super::failure::failure;
use super::statistics;
use crate::database::Synchronous;
use crate::error::Error;
use crate::migrate::next;
use rusqlite::Connection;
use std::path::Path;

/// Runs what is missing, each migration in its own transaction; tells their names.
pub(crate) fn migrate(file: &Path, synchronous: Synchronous) -> Result<Vec<String>, Error> {
    let connection = open_writer(file, synchronous)?;
    // A migration may have to build a table anew, which the rows that refer to it
    // must survive; they are checked before the commit instead.
    run(&connection, "PRAGMA foreign_keys = OFF")?;
    let mut names = Vec::new();
    while let Some(name) = migrate_once(&connection)? {
        names.push(name.to_owned());
    }
    statistics::tell(&connection).map_err(|error| failure(&error).error)?;
    Ok(names)
}

fn migrate_once(connection: &Connection) -> Result<Option<&'static str>, Error> {
    // Another process that migrates too is waited for here, and its work seen.
    run(connection, "BEGIN IMMEDIATE")?;
    let done = migrate_within(connection);
    match done {
        Ok(_) => run(connection, "COMMIT")?,
        Err(_) => drop(run(connection, "ROLLBACK")),
    }
    done
}

fn migrate_within(connection: &Connection) -> Result<Option<&'static str>, Error> {
    run(
        connection,
        "CREATE TABLE IF NOT EXISTS schema_migrations (
             name TEXT NOT NULL PRIMARY KEY,
             applied_at INTEGER NOT NULL
         ) STRICT",
    )?;
    let Some(migration) = next(&applied(connection).map_err(|error| failure(&error).error)?)? else {
        return Ok(None);
    };
    run(connection, migration.sqlite)?;
    if connection.prepare("PRAGMA foreign_key_check").and_then(|mut check| check.exists([])).unwrap_or(true) {
        return Err(Error::Fault(format!(
            "after the migration {} rows refer to rows that are not there",
            migration.name
        )));
    }
    connection
        .execute(
            "INSERT INTO schema_migrations (name, applied_at) VALUES (?1, CAST(unixepoch('subsec') * 1000 AS INTEGER))",
            [migration.name],
        )
        .map_err(|error| failure(&error).error)?;
    Ok(Some(migration.name))
}

fn applied(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection.prepare("SELECT name FROM schema_migrations ORDER BY name")?.query_map([], |row| row.get(0))?.collect()
}

fn run(connection: &Connection, sql: &str) -> Result<(), Error> {
    connection.execute_batch(sql).map_err(|error| failure(&error).error)
}
