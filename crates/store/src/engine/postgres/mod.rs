//! PostgreSQL: a fixed number of threads, each owning one connection.
//!
//! Reads and writes share them. A closure that another transaction got in the way
//! of, or whose connection was lost before the commit, is run again; a connection
//! lost in the commit is an error, for nobody knows what became of it.

mod attempt;
mod connection;
mod failure;
mod location;
mod migrate;
mod session;
mod tls;
mod value;
mod worker;

pub(crate) use migrate::migrate;

use super::queue::Queue;
use super::{Running, start};
use crate::error::Error;
use connection::Connector;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use worker::{Outages, Worker};

/// Starts the threads; they connect when there is work.
pub(crate) fn open(url: &str, connections: usize) -> Result<Running, Error> {
    let connector = Connector::new(url)?;
    let queue = Arc::new(Queue::default());
    let (connected, outages) = (Arc::new(AtomicUsize::new(0)), Outages::default());
    let mut threads = Vec::with_capacity(connections);
    for number in 1..=connections.max(1) {
        let mut worker = Worker::new(connector.clone(), Arc::clone(&queue), Arc::clone(&connected), outages.clone());
        threads.push(start(format!("database-{number}"), move || worker.work())?);
    }
    Ok(Running::new((Arc::clone(&queue), queue), (outages.writing, outages.damage), threads))
}

/// Runs a statement that stands in no transaction, such as making a database.
#[cfg(feature = "testing")]
pub(crate) fn on_server(url: &str, sql: &str) -> Result<(), Error> {
    Connector::new(url)?.apart(|connection| connection.run(sql).map_err(|failure| failure.error))
}
