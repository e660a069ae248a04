//! The threads that own the connections, one module an engine.
//!
//! Both take [`job::Job`]s from [`queue::Queue`]s and answer a write only when it
//! is durable. Nothing outside this folder names `rusqlite` or `postgres`.

pub(crate) mod job;
mod literal;
pub(crate) mod outage;
pub(crate) mod postgres;
pub(crate) mod queue;
pub(crate) mod sqlite;

use crate::error::Error;
use outage::Outage;
use queue::Queue;
use std::mem::take;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

/// Where work goes, and who does it. One queue may be both.
pub(crate) struct Running {
    pub(crate) writes: Arc<Queue>,
    pub(crate) reads: Arc<Queue>,
    /// Whether it can be written.
    pub(crate) writing: Arc<Outage>,
    /// Whether it is sound.
    pub(crate) damage: Arc<Outage>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Running {
    fn new(
        (writes, reads): (Arc<Queue>, Arc<Queue>),
        (writing, damage): (Arc<Outage>, Arc<Outage>),
        threads: Vec<JoinHandle<()>>,
    ) -> Self {
        Self { writes, reads, writing, damage, threads: Mutex::new(threads) }
    }

    /// Takes no more work. The threads, which finish what is waiting and then end,
    /// are handed over to be waited for.
    pub(crate) fn stop(&self) -> Vec<JoinHandle<()>> {
        self.writes.close();
        self.reads.close();
        take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Starts a thread of the database.
fn start(name: String, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, Error> {
    Builder::new()
        .name(name)
        .spawn(work)
        .map_err(|error| Error::Unavailable(format!("a thread could not be started ({})", error.kind())))
}
