//! Rows on their way into tables, as fast as each engine takes them.

use crate::postgres::with_client;
use crate::snug::Stored;
use anyhow::{Context, Result};
use postgres::Client;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};
use std::fmt::{self, Display};
use std::fs::File;
use std::io::Write;
use std::path::Path;
use uuid::Uuid;

/// A value of a row.
#[derive(Debug, Clone)]
pub(super) enum Cell {
    Id(Uuid),
    Text(String),
    Word(&'static str),
    Whole(i64),
    Truth(bool),
    Bytes([u8; 16]),
    Empty,
}

/// Where the rows of one transaction go.
pub(super) enum Loader<'c> {
    Sqlite(rusqlite::Transaction<'c>),
    Postgres(postgres::Transaction<'c>),
}

/// Has rows loaded into a database that no Snug has open, and leaves it as one that has been at rest for a while.
pub(super) fn load(stored: &Stored, work: impl FnOnce(&mut Loader<'_>) -> Result<()> + Send) -> Result<()> {
    match stored {
        Stored::Sqlite(file) => load_sqlite(file, work),
        Stored::Postgres(url) => with_client(url, |client| load_postgres(client, work)),
    }
}

fn load_sqlite(file: &Path, work: impl FnOnce(&mut Loader<'_>) -> Result<()>) -> Result<()> {
    let mut connection = Connection::open(file)?;
    // Nothing is lost if this is cut off: it is made anew.
    connection.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -262144;",
    )?;
    let mut loader = Loader::Sqlite(connection.transaction()?);
    work(&mut loader)?;
    loader.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    // What the disk still has to do would be in the way of what is measured.
    File::open(file)?.sync_all()?;
    Ok(())
}

fn load_postgres(client: &mut Client, work: impl FnOnce(&mut Loader<'_>) -> Result<()>) -> Result<()> {
    let mut transaction = client.transaction()?;
    // Foreign keys are triggers there, one call a row.
    transaction.batch_execute("SET LOCAL session_replication_role = replica")?;
    let mut loader = Loader::Postgres(transaction);
    work(&mut loader)?;
    loader.commit()?;
    // What autovacuum would have done by itself, and the checkpoint that would come while something is measured.
    client.batch_execute("VACUUM (ANALYZE)")?;
    client.batch_execute("CHECKPOINT")?;
    Ok(())
}

impl Loader<'_> {
    /// Adds rows with these columns to a table.
    pub(super) fn insert(&mut self, table: &str, columns: &str, rows: impl Iterator<Item = Vec<Cell>>) -> Result<()> {
        match self {
            Self::Sqlite(transaction) => {
                let values = vec!["?"; columns.split(',').count()].join(", ");
                let mut insert = transaction.prepare(&format!("INSERT INTO {table} ({columns}) VALUES ({values})"))?;
                for row in rows {
                    insert.execute(params_from_iter(row))?;
                }
            }
            Self::Postgres(transaction) => {
                let mut copy = transaction.copy_in(&format!("COPY {table} ({columns}) FROM STDIN"))?;
                for row in rows {
                    copy.write_all(line(&row).as_bytes())?;
                }
                copy.finish()?;
            }
        }
        Ok(())
    }

    /// The id that a query finds.
    pub(super) fn find_id(&mut self, query: &str) -> Result<Uuid> {
        let found = match self {
            Self::Sqlite(transaction) => transaction.query_row(query, [], |row| row.get(0)).context("SQLite"),
            Self::Postgres(transaction) => {
                transaction.query_one(query, &[]).map(|row| row.get(0)).context("PostgreSQL")
            }
        };
        found.with_context(|| query.to_owned())
    }

    fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(transaction) => Ok(transaction.commit()?),
            Self::Postgres(transaction) => Ok(transaction.commit()?),
        }
    }
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Id(id) => ValueRef::Blob(id.as_bytes()),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Word(word) => ValueRef::Text(word.as_bytes()),
            Self::Whole(number) => ValueRef::Integer(*number),
            Self::Truth(truth) => ValueRef::Integer(i64::from(*truth)),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
            Self::Empty => ValueRef::Null,
        }))
    }
}

/// A row as PostgreSQL's COPY reads it (its documentation, "COPY", "Text Format").
fn line(row: &[Cell]) -> String {
    let cells: Vec<String> = row.iter().map(Cell::to_string).collect();
    cells.join("\t") + "\n"
}

impl Display for Cell {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(formatter, "{id}"),
            Self::Text(text) => formatter.write_str(&escaped(text)),
            Self::Word(word) => formatter.write_str(word),
            Self::Whole(number) => write!(formatter, "{number}"),
            Self::Truth(truth) => formatter.write_str(if *truth { "t" } else { "f" }),
            Self::Bytes(bytes) => write!(formatter, "\\\\x{}", Uuid::from_bytes(*bytes).simple()),
            Self::Empty => formatter.write_str("\\N"),
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}

#[cfg(test)]
mod tests {
    use super::{Cell, line};
    use uuid::Uuid;

    #[test]
    fn a_row_is_a_line_whatever_stands_in_it() {
        let text = Cell::Text(String::from("one\ttwo\nthree\\four"));
        let row = [text, Cell::Truth(true), Cell::Whole(-7), Cell::Word(""), Cell::Empty];
        assert_eq!(line(&row), "one\\ttwo\\nthree\\\\four\tt\t-7\t\t\\N\n");
        let row = [Cell::Id(Uuid::nil()), Cell::Bytes([0xA5; 16])];
        let bytes = "a5".repeat(16);
        assert_eq!(line(&row), format!("00000000-0000-0000-0000-000000000000\t\\\\x{bytes}\n"));
    }
}
