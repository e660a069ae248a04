//! Migrations on PostgreSQL.

use super::connection::{Connection, Connector};
use crate::error::Error;
use crate::migrate::next;
use tokio_postgres::Client;

/// The number all nodes know the lock by: "snug" in ASCII.
const LOCK: i64 = 0x73_6e_75_67;

/// Runs what is missing, each migration in its own transaction; tells their names.
pub(crate) fn migrate(url: &str) -> Result<Vec<String>, Error> {
    Connector::new(url)?.apart(migrate_all)
}

fn migrate_all(connection: &mut Connection) -> Result<Vec<String>, Error> {
    // A migration takes as long as it takes, whatever the server has set.
    run(connection, "SET statement_timeout = 0; SET lock_timeout = 0")?;
    // Another node that migrates too is waited for here. Closing the connection
    // gives the lock back, however this ends.
    ask(connection, async |client| client.execute("SELECT pg_advisory_lock($1)", &[&LOCK]).await)?;
    let mut names = Vec::new();
    while let Some(name) = migrate_once(connection)? {
        names.push(name.to_owned());
    }
    Ok(names)
}

/// What fails ends the connection, and with it the transaction.
fn migrate_once(connection: &mut Connection) -> Result<Option<&'static str>, Error> {
    run(
        connection,
        "BEGIN;
         CREATE TABLE IF NOT EXISTS schema_migrations (
             name TEXT NOT NULL PRIMARY KEY,
             applied_at BIGINT NOT NULL
         )",
    )?;
    let Some(migration) = next(&applied(connection)?)? else {
        run(connection, "ROLLBACK")?;
        return Ok(None);
    };
    run(connection, migration.postgres)?;
    let noted = "INSERT INTO schema_migrations (name, applied_at)
         VALUES ($1, (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT)";
    ask(connection, async |client| client.execute(noted, &[&migration.name]).await)?;
    run(connection, "COMMIT")?;
    Ok(Some(migration.name))
}

fn applied(connection: &mut Connection) -> Result<Vec<String>, Error> {
    ask(connection, async |client| {
        let rows = client.query("SELECT name FROM schema_migrations ORDER BY name", &[]).await?;
        rows.iter().map(|row| row.try_get(0)).collect()
    })
}

fn run(connection: &mut Connection, sql: &str) -> Result<(), Error> {
    connection.run(sql).map_err(|failure| failure.error)
}

fn ask<T>(
    connection: &mut Connection,
    ask: impl AsyncFnOnce(&Client) -> Result<T, tokio_postgres::Error>,
) -> Result<T, Error> {
    connection.wait(ask).map_err(|failure| failure.error)
}
