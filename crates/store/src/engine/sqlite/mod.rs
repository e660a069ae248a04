//! SQLite: one thread that writes, several that read beside it.
//!
//! The writer is alone in this process, so its closures never conflict. Another
//! process (the command line) may hold the file for a moment; then it waits.

mod connection;
mod failure;
mod migrate;
mod numbering;
mod reader;
mod session;
mod statistics;
mod value;
mod writer;

pub(crate) use migrate::migrate;
#[cfg(feature = "testing")]
pub(crate) use numbering::numbered;

use super::queue::Queue;
use super::{Running, start};
use crate::database::Synchronous;
use crate::error::Error;
use std::path::Path;
use std::sync::Arc;

/// A connection that writes, as the one thread that does has it: for a bench that does without the thread.
#[cfg(feature = "testing")]
pub fn open_sqlite_writer(file: &Path) -> Result<rusqlite::Connection, Error> {
    connection::open_writer(file, Synchronous::Full)
}

/// A connection that reads, as each thread that does has one.
#[cfg(feature = "testing")]
pub fn open_sqlite_reader(file: &Path) -> Result<rusqlite::Connection, Error> {
    connection::open_reader(file)
}

/// Opens the file and starts the threads.
pub(crate) fn open(file: &Path, synchronous: Synchronous, readers: usize) -> Result<Running, Error> {
    let (writes, reads) = (Arc::new(Queue::default()), Arc::new(Queue::default()));
    let mut threads = Vec::with_capacity(readers + 1);

    // First of all, for it makes the file and puts it into the mode readers need.
    let connection = connection::open_writer(file, synchronous)?;
    let queue = Arc::clone(&writes);
    threads.push(start(String::from("database-write"), move || writer::work(&connection, &queue))?);

    for number in 1..=readers.max(1) {
        let connection = connection::open_reader(file)?;
        let queue = Arc::clone(&reads);
        threads.push(start(format!("database-read-{number}"), move || reader::work(&connection, &queue))?);
    }
    Ok(Running::new(writes, reads, threads))
}
