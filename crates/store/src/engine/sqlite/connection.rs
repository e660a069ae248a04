//! Opening the file, and the settings every connection needs.

use super::failure::failure;
use crate::database::Synchronous;
use crate::error::Error;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

/// How long to wait for another process that holds the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// Opens the connection that writes; makes the file if there is none.
pub(super) fn open_writer(file: &Path, synchronous: Synchronous) -> Result<Connection, Error> {
    make_private(file)?;
    let connection = open(file)?;
    let mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
        .map_err(|error| failure(&error).error)?;
    if mode != "wal" {
        return Err(Error::Fault(String::from("the file system cannot hold a write-ahead log")));
    }
    let synchronous = match synchronous {
        Synchronous::Full => "PRAGMA synchronous = FULL;",
        Synchronous::Off => "PRAGMA synchronous = OFF;",
    };
    settle(&connection, synchronous)?;
    // A checkpoint about every 16 MiB instead of every 4, and a log that shrinks again.
    settle(&connection, "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;")?;
    Ok(connection)
}

/// Opens a connection that cannot write.
pub(super) fn open_reader(file: &Path) -> Result<Connection, Error> {
    let connection = open(file)?;
    settle(&connection, "PRAGMA query_only = ON;")?;
    Ok(connection)
}

fn open(file: &Path) -> Result<Connection, Error> {
    // No mutex: a connection belongs to one thread.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags).map_err(|error| failure(&error).error)?;
    connection.busy_timeout(BUSY_TIMEOUT).map_err(|error| failure(&error).error)?;
    // One plan for all values. Otherwise whatever is bound to a statement may make it be planned anew, each time.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|error| failure(&error).error)?;
    // Savepoints of a batch would otherwise spill to a temporary file each.
    settle(&connection, "PRAGMA temp_store = MEMORY;")?;
    settle(&connection, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16384;")?;
    Ok(connection)
}

fn settle(connection: &Connection, pragmas: &str) -> Result<(), Error> {
    connection.execute_batch(pragmas).map_err(|error| failure(&error).error)
}

/// Makes the file readable by its owner alone. SQLite gives its logs the same rights.
fn make_private(file: &Path) -> Result<(), Error> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(Error::Unavailable(format!("the file cannot be made ({})", error.kind()))),
    }
}
