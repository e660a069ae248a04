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

use super::outage::{Outage, Outages, WRITING};
use super::queue::Queue;
use super::{Running, start};
use crate::database::Synchronous;
use crate::error::Error;
use rusqlite::Connection;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// A connection that writes, as the one thread that does has it: for a bench that does without the thread.
#[cfg(feature = "testing")]
pub fn open_sqlite_writer(file: &Path) -> Result<Connection, Error> {
    connection::open_writer(file, Synchronous::Full)
}

/// A connection that reads, as each thread that does has one.
#[cfg(feature = "testing")]
pub fn open_sqlite_reader(file: &Path) -> Result<Connection, Error> {
    connection::open_reader(file)
}

const READING: [&str; 2] = ["the database cannot be read", "the database can be read again"];

/// What a thread does with its connection.
type Work = fn(&Connection, &Queue, &Outages);

/// Opens the file and starts the threads.
pub(crate) fn open(file: &Path, synchronous: Synchronous, readers: usize) -> Result<Running, Error> {
    let (writes, reads) = (Arc::new(Queue::default()), Arc::new(Queue::default()));
    let closing = Arc::new(Mutex::new(()));
    let (writing, reading) = (Arc::new(Outage::of(WRITING)), Arc::new(Outage::of(READING)));
    let damage = Arc::new(Outage::of_damage());
    let thread = |name, connection, (queue, outage): (&Arc<Queue>, &Arc<Outage>), work: Work| {
        let (queue, closing) = (Arc::clone(queue), Arc::clone(&closing));
        let outages = Outages { work: Arc::clone(outage), damage: Arc::clone(&damage) };
        start(name, move || {
            work(&connection, &queue, &outages);
            close(connection, &closing);
        })
    };

    // First of all, for it makes the file and puts it into the mode readers need.
    let writer = connection::open_writer(file, synchronous)?;
    let mut threads = vec![thread(String::from("database-write"), writer, (&writes, &writing), writer::work)?];
    for number in 1..=readers.max(1) {
        let reader = connection::open_reader(file)?;
        threads.push(thread(format!("database-read-{number}"), reader, (&reads, &reading), reader::work)?);
    }
    Ok(Running::new((writes, reads), (writing, damage), threads))
}

/// Closes a connection, alone. The last one takes the log into the file and removes it; of two that close at once,
/// each finds the other still there, and neither would be the last.
fn close(connection: Connection, closing: &Mutex<()>) {
    let _alone = closing.lock().unwrap_or_else(PoisonError::into_inner);
    drop(connection);
}
