//! The database, tested on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests say what they expect by failing"
)]

mod asked;
mod batches;
mod conflicts;
mod connections;
mod errors;
mod migrations;
mod outages;
mod overload;
mod private_texts;
mod recordings;
mod schemas;
mod statements;
mod transactions;
mod unasked;
mod visible;

use snug_store::testing::{Parameter, TestDatabase, execute, query, run};
use snug_store::{Database, Error, Tx};

/// A database on each engine, with a table to play in.
async fn both() -> [TestDatabase; 2] {
    let databases = [TestDatabase::sqlite(), TestDatabase::postgres()];
    for database in &databases {
        make_notes(database).await;
    }
    databases
}

/// Makes a table to play in.
async fn make_notes(database: &Database) {
    database
        .write::<_, Error, _>(|tx| {
            execute(
                tx,
                "CREATE TABLE notes (number BIGINT PRIMARY KEY, word TEXT UNIQUE CHECK (word <> 'forbidden'))",
                &[],
            )
        })
        .await
        .unwrap();
}

/// Whether a row was there already.
fn is_conflict(error: &Error) -> bool {
    matches!(error, Error::Conflict { .. })
}

/// Adds a row with this number and its name.
fn note(tx: &mut Tx<'_>, number: i64) -> Result<u64, Error> {
    let word = Parameter::Text(format!("word {number}"));
    execute(tx, "INSERT INTO notes (number, word) VALUES ($1, $2)", &[Parameter::Integer(number), word])
}

/// The same, and does not wait for it.
fn note_unasked(tx: &mut Tx<'_>, number: i64) -> Result<(), Error> {
    let word = Parameter::Text(format!("word {number}"));
    run(tx, "INSERT INTO notes (number, word) VALUES ($1, $2)", &[Parameter::Integer(number), word])
}

/// The numbers of all rows, in order.
fn numbers(tx: &mut Tx<'_>) -> Result<Vec<i64>, Error> {
    let rows = query(tx, "SELECT number FROM notes ORDER BY number", &[], 1)?;
    Ok(rows.iter().map(|row| row[0].parse().unwrap()).collect())
}
