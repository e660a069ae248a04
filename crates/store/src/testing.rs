//! Fresh databases for tests, and bare SQL to look into them.
//!
//! Compiled only with the feature `testing`; no program that serves has it.

mod damage;
mod meter;
mod recorder;
mod rows;

pub use damage::{Whose, columns, set_column, set_no_text};
pub use meter::Cost;
pub(crate) use meter::Meter;
pub use recorder::{Outcome, Recorded, Statement};
pub(crate) use recorder::{Overhearing, Recorder};
pub use rows::all_rows;

// The bench says the same statements at connections of its own.
pub use crate::engine::sqlite::{open_sqlite_reader, open_sqlite_writer};

pub use crate::bind::Parameter;
use crate::bind::{Bind, Value};
use crate::database::{Database, Location, Synchronous};
use crate::engine::postgres::on_server;
use crate::error::Error;
use crate::row::Column;
use crate::tx::{Asked, Tx};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::ops::Deref;
use tempfile::TempDir;

/// Where tests look for a PostgreSQL they may make databases on.
const SERVER: &str = "postgres://postgres@127.0.0.1:5432/postgres";

/// A database of one test, migrated, and gone with it.
pub struct TestDatabase {
    database: Database,
    location: Location,
    place: Place,
}

enum Place {
    Folder { _folder: TempDir },
    Server { url: String, name: String },
}

impl TestDatabase {
    /// One on SQLite, in a folder of its own.
    #[must_use]
    pub fn sqlite() -> Self {
        Self::empty_sqlite().migrated()
    }

    /// One on PostgreSQL, on the server `SNUG_TEST_POSTGRES` names. A test fails
    /// without it, and is not skipped.
    #[must_use]
    pub fn postgres() -> Self {
        Self::empty_postgres().migrated()
    }

    /// One on SQLite with no tables.
    #[must_use]
    #[expect(clippy::unwrap_used, reason = "a test without a database fails")]
    pub fn empty_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("snug.db");
        let location = Location::Sqlite { file, synchronous: Synchronous::Off, readers: 2 };
        Self::open(location, Place::Folder { _folder: folder })
    }

    /// One on PostgreSQL with no tables.
    #[must_use]
    #[expect(clippy::unwrap_used, reason = "a test without a database fails")]
    #[expect(clippy::disallowed_methods, reason = "which server there is, is known to the environment alone")]
    pub fn empty_postgres() -> Self {
        let server = std::env::var("SNUG_TEST_POSTGRES").unwrap_or_else(|_| SERVER.to_owned());
        let name = format!("snug_test_{:016x}", RandomState::new().build_hasher().finish());
        on_server(&server, &format!("CREATE DATABASE {name}")).unwrap();
        let location = Location::Postgres { url: with_name(&server, &name), connections: 4 };
        Self::open(location, Place::Server { url: server, name })
    }

    #[expect(clippy::unwrap_used, reason = "a test without a database fails")]
    fn open(location: Location, place: Place) -> Self {
        let database = Database::open(&location).unwrap();
        Self { database, location, place }
    }

    #[expect(clippy::unwrap_used, reason = "a test without a database fails")]
    fn migrated(self) -> Self {
        self.database.migrate().unwrap();
        self
    }

    /// Where it is, to open it once more.
    #[must_use]
    pub const fn location(&self) -> &Location {
        &self.location
    }
}

impl Deref for TestDatabase {
    type Target = Database;
    fn deref(&self) -> &Database {
        &self.database
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Place::Server { url, name } = &self.place {
            // What is left of a failed test is not worth a second failure.
            drop(on_server(url, &format!("DROP DATABASE {name} WITH (FORCE)")));
        }
    }
}

/// The address of another database on the same server.
fn with_name(url: &str, name: &str) -> String {
    let (place, options) = url.split_once('?').unwrap_or((url, ""));
    let server = place.rsplit_once('/').map_or(place, |(server, _)| server);
    format!("{server}/{name}?{options}")
}

/// Any value, as text.
struct Shown(String);

impl Column for Shown {
    fn read(value: Value<'_>) -> Option<Self> {
        Some(Self(match value {
            Value::Null => String::new(),
            Value::Integer(integer) => integer.to_string(),
            Value::Boolean(boolean) => i64::from(boolean).to_string(),
            Value::Text(text) => text.to_owned(),
            Value::Bytes(bytes) => format!("{bytes:02x?}"),
            Value::Id(id) => format!("{:02x?}", id.as_bytes()),
        }))
    }
}

/// Runs a bare statement.
pub fn execute(tx: &mut Tx<'_>, sql: &'static str, values: &[Parameter]) -> Result<u64, Error> {
    tx.execute(sql, &bound(values))
}

/// Runs a bare statement without waiting for it.
pub fn run(tx: &mut Tx<'_>, sql: &'static str, values: &[Parameter]) -> Result<(), Error> {
    tx.run(sql, &bound(values))
}

/// Runs a bare query for so many columns, and shows every value as text.
pub fn query(
    tx: &mut Tx<'_>,
    sql: &'static str,
    values: &[Parameter],
    columns: usize,
) -> Result<Vec<Vec<String>>, Error> {
    tx.query(sql, &bound(values), |row| {
        (0..columns).map(|column| row.get::<Shown>(column).map(|shown| shown.0)).collect()
    })
}

/// Asks with a bare query for a column of numbers that is read later.
pub fn ask(tx: &mut Tx<'_>, sql: &'static str, values: &[Parameter]) -> Result<Asked<i64>, Error> {
    tx.ask(sql, &bound(values), |row| row.get(0))
}

/// Makes all messages such as an older renderer left them; says how many.
pub fn make_rendering_old(tx: &mut Tx<'_>) -> Result<u64, Error> {
    tx.execute("UPDATE messages SET renderer = 0, html = '<p>old</li>', excerpt = 'old' WHERE kind = 'message'", &[])
}

/// Makes a database one of a newer program.
pub fn make_newer(tx: &mut Tx<'_>) -> Result<u64, Error> {
    tx.execute("INSERT INTO schema_migrations (name, applied_at) VALUES ('9999_of_the_future', 0)", &[])
}

/// Of everybody: handle, last change number, how many changes there are, and the first and the last number of them.
pub fn list_change_numbers(tx: &mut Tx<'_>) -> Result<Vec<Vec<String>>, Error> {
    let sql = "SELECT person.handle, person.change_number, count(change.number), coalesce(min(change.number), 1),
                   coalesce(max(change.number), 0)
               FROM people person
               LEFT JOIN changes change ON change.community_id = person.community_id AND change.person_id = person.id
               GROUP BY person.handle, person.change_number";
    query(tx, sql, &[], 5)
}

/// How often two transactions waited for each other, in a database of PostgreSQL.
pub fn count_deadlocks(tx: &mut Tx<'_>) -> Result<Vec<Vec<String>>, Error> {
    query(tx, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", &[], 1)
}

/// Prepares a statement without running it.
pub fn prepare(tx: &mut Tx<'_>, sql: &'static str) -> Result<(), Error> {
    tx.prepare(sql)
}

fn bound(values: &[Parameter]) -> Vec<&dyn Bind> {
    values.iter().map(|value| value as &dyn Bind).collect()
}
