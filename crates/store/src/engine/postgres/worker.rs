//! A thread with its connection.
//!
//! It connects when there is work, and again when the connection was lost. While
//! the server cannot be reached, it waits longer and longer between attempts, and
//! whoever asks is told so instead of being kept waiting.

use super::attempt::{Attempt, attempt};
use super::connection::{Connection, Connector};
use crate::engine::job::{Access, Job};
use crate::engine::outage::{Outage, WRITING, probes};
use crate::engine::queue::Queue;
use crate::error::Error;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// How often a closure is run before its caller hears of it.
const ATTEMPTS: u32 = 6;
/// How long to wait after the first conflict, and after the first failed connection.
const CONFLICT_WAIT: Duration = Duration::from_millis(4);
const CONNECT_WAIT: Duration = Duration::from_millis(100);
/// How long to wait between attempts to connect, at most.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

const REACHING: [&str; 2] = ["PostgreSQL cannot be reached", "PostgreSQL can be reached again"];

/// What may be wrong for some time, as all threads see it.
#[derive(Clone)]
pub(super) struct Outages {
    pub(super) writing: Arc<Outage>,
    pub(super) damage: Arc<Outage>,
    reaching: Arc<Outage>,
}

impl Default for Outages {
    fn default() -> Self {
        let reaching = Arc::new(Outage::of(REACHING));
        Self { writing: Arc::new(Outage::of(WRITING)), damage: Arc::new(Outage::of_damage()), reaching }
    }
}

/// One thread of a fixed number.
pub(super) struct Worker {
    connector: Connector,
    queue: Arc<Queue>,
    /// How many of the threads have a connection.
    connected: Arc<AtomicUsize>,
    outages: Outages,
    connection: Option<Connection>,
    /// How many attempts to connect have failed in a row.
    refusals: u32,
}

impl Worker {
    pub(super) fn new(connector: Connector, queue: Arc<Queue>, connected: Arc<AtomicUsize>, outages: Outages) -> Self {
        Self { connector, queue, connected, outages, connection: None, refusals: 0 }
    }

    /// Works until the queue is closed and empty.
    pub(super) fn work(&mut self) {
        while let Some(mut job) = self.next() {
            if job.is_abandoned() {
                continue;
            }
            let outcome = self.serve(job.as_mut());
            self.note(job.access(), &outcome);
            job.answer(outcome);
            if let Some(connection) = &mut self.connection {
                connection.end();
            }
            if self.refusals > 0 {
                self.wait_for_the_server();
            }
        }
    }

    fn serve(&mut self, job: &mut dyn Job) -> Result<(), Error> {
        for number in 0..ATTEMPTS {
            match attempt(self.connection()?, job) {
                Attempt::Over(outcome) => return outcome,
                Attempt::Again => self.queue.pause(about(CONFLICT_WAIT.saturating_mul(1 << number))),
                Attempt::Reconnect => self.disconnect(),
            }
        }
        Err(Error::Unavailable(String::from("other work was in the way again and again")))
    }

    /// Notes whether a write was possible, and after one that was, whether there is room again.
    fn note(&mut self, access: Access, outcome: &Result<(), Error>) {
        match outcome {
            // A disk that gives nothing to read takes nothing either.
            Err(error @ Error::Unwritable(_)) => self.outages.writing.note(error),
            Err(error @ Error::Damaged(_)) => self.outages.damage.note(error),
            Ok(()) if access == Access::Write && self.outages.writing.lasts() && self.has_room() => {
                self.outages.writing.end();
            }
            _ => {}
        }
    }

    fn has_room(&mut self) -> bool {
        probes().iter_mut().all(|probe| self.serve(probe.as_mut()).is_ok())
    }

    /// The next closure, before which no transaction stays open for long: it is ended along with what that closure
    /// says, or, where none waits, at once.
    fn next(&mut self) -> Option<Box<dyn Job>> {
        self.queue.pop_waiting().or_else(|| {
            if let Some(connection) = &mut self.connection {
                connection.settle();
            }
            self.queue.pop()
        })
    }

    fn connection(&mut self) -> Result<&mut Connection, Error> {
        if self.connection.as_ref().is_some_and(Connection::is_closed) {
            self.disconnect();
        }
        if self.connection.is_none() {
            self.connection = Some(self.connect()?);
        }
        self.connection.as_mut().ok_or_else(|| Error::Fault(String::from("a connection was made and is not there")))
    }

    fn connect(&mut self) -> Result<Connection, Error> {
        match self.connector.connect() {
            Ok(connection) => {
                self.outages.reaching.end();
                self.refusals = 0;
                self.connected.fetch_add(1, Ordering::Relaxed);
                Ok(connection)
            }
            Err(error) => {
                if self.refusals == 0 {
                    self.outages.reaching.note(&error);
                }
                self.refusals = self.refusals.saturating_add(1);
                Err(error)
            }
        }
    }

    fn disconnect(&mut self) {
        if self.connection.take().is_some() {
            self.connected.fetch_sub(1, Ordering::Relaxed);
        }
    }

    /// Leaves the work to threads that have a connection. When none has, what waits
    /// is answered now: it would wait for nothing.
    fn wait_for_the_server(&self) {
        if self.connected.load(Ordering::Relaxed) == 0 {
            for job in self.queue.take_waiting() {
                job.answer(Err(Error::Unavailable(String::from("no connection to PostgreSQL"))));
            }
        }
        let doubled = CONNECT_WAIT.saturating_mul(1 << self.refusals.min(10));
        self.queue.pause(about(doubled.min(LONGEST_WAIT)));
    }
}

/// Between half and the whole of it, so that threads that collided do not do so again.
fn about(time: Duration) -> Duration {
    // Each of these is seeded differently; no secret hangs on it.
    let random = RandomState::new().build_hasher().finish();
    let share = u32::try_from(random % 512).unwrap_or_default() + 512;
    time.saturating_mul(share) / 1024
}
