//! Migrations on PostgreSQL.

use super::connection::Connector;
use super::failure::failure;
use crate::error::Error;
use crate::migrate::next;
use postgres::{Client, Transaction};

/// The number all nodes know the lock by: "snug" in ASCII.
const LOCK: i64 = 0x73_6e_75_67;

/// Runs what is missing, each migration in its own transaction; tells their names.
pub(crate) fn migrate(url: &str) -> Result<Vec<String>, Error> {
    Connector::new(url)?.apart(migrate_all)
}

fn migrate_all(client: &mut Client) -> Result<Vec<String>, Error> {
    // A migration takes as long as it takes, whatever the server has set.
    client.batch_execute("SET statement_timeout = 0; SET lock_timeout = 0").map_err(|error| failure(&error).error)?;
    // Another node that migrates too is waited for here. Closing the connection
    // gives the lock back, however this ends.
    client.execute("SELECT pg_advisory_lock($1)", &[&LOCK]).map_err(|error| failure(&error).error)?;
    let mut names = Vec::new();
    while let Some(name) = migrate_once(client)? {
        names.push(name.to_owned());
    }
    Ok(names)
}

fn migrate_once(client: &mut Client) -> Result<Option<&'static str>, Error> {
    let mut transaction = client.transaction().map_err(|error| failure(&error).error)?;
    run(
        &mut transaction,
        "CREATE TABLE IF NOT EXISTS schema_migrations (
             name TEXT NOT NULL PRIMARY KEY,
             applied_at BIGINT NOT NULL
         )",
    )?;
    let Some(migration) = next(&applied(&mut transaction)?)? else {
        return Ok(None);
    };
    run(&mut transaction, migration.postgres)?;
    transaction
        .execute(
            "INSERT INTO schema_migrations (name, applied_at)
             VALUES ($1, (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT)",
            &[&migration.name],
        )
        .and_then(|_| transaction.commit())
        .map_err(|error| failure(&error).error)?;
    Ok(Some(migration.name))
}

fn applied(transaction: &mut Transaction<'_>) -> Result<Vec<String>, Error> {
    let rows = transaction
        .query("SELECT name FROM schema_migrations ORDER BY name", &[])
        .map_err(|error| failure(&error).error)?;
    rows.iter().map(|row| row.try_get(0).map_err(|error| failure(&error).error)).collect()
}

fn run(transaction: &mut Transaction<'_>, sql: &str) -> Result<(), Error> {
    transaction.batch_execute(sql).map_err(|error| failure(&error).error)
}
