//! The thread that writes, with group commit.
//!
//! It takes the closures that wait at this moment, runs each in a savepoint of
//! one transaction, commits once, and only then answers every caller: many
//! durable writes for one wait for the disk. A closure that fails or panics is
//! undone alone.

use super::session::Session;
use crate::dialect::Engine;
use crate::engine::job::{Job, Verdict};
use crate::engine::outage::{Outage, probes};
use crate::engine::queue::Queue;
use crate::error::Error;
use crate::tx::Tx;
use rusqlite::Connection;

/// How many closures share a commit, so that the first of them is not kept
/// waiting by the last.
const BATCH: usize = 256;

/// Writes until the queue is closed and empty.
pub(super) fn work(connection: &Connection, queue: &Queue, outage: &Outage) {
    let mut session = Session::new(connection);
    loop {
        let mut jobs = queue.pop_many(BATCH);
        if jobs.is_empty() {
            return;
        }
        let outcome = transact(&mut session, &mut jobs, outage);
        if outcome.is_ok() && outage.lasts() {
            probe(&mut session, outage);
        }
        for job in jobs {
            job.answer(outcome.clone());
        }
    }
}

/// Finds out whether there is room again.
fn probe(session: &mut Session<'_>, outage: &Outage) {
    let mut probes = probes();
    if probes.iter_mut().all(|probe| transact(session, std::slice::from_mut(probe), outage).is_ok()) {
        outage.end();
    }
}

fn transact(session: &mut Session<'_>, jobs: &mut [Box<dyn Job>], outage: &Outage) -> Result<(), Error> {
    // Takes the lock at once: waiting for another process is possible only here.
    let outcome = session.control("BEGIN IMMEDIATE").and_then(|()| match jobs {
        [job] => run_alone(session, job.as_mut()),
        jobs => run_together(session, jobs),
    });
    if let Err(error) = &outcome {
        outage.note(error);
        if session.is_open() {
            drop(session.control("ROLLBACK"));
        }
    }
    outcome
}

fn run_alone(session: &mut Session<'_>, job: &mut dyn Job) -> Result<(), Error> {
    match run(session, job)? {
        Verdict::Keep => session.control("COMMIT"),
        Verdict::Undo => session.control("ROLLBACK"),
    }
}

fn run_together(session: &mut Session<'_>, jobs: &mut [Box<dyn Job>]) -> Result<(), Error> {
    for job in jobs {
        session.control("SAVEPOINT closure")?;
        if run(session, job.as_mut())? == Verdict::Undo {
            session.control("ROLLBACK TO closure")?;
        }
        session.control("RELEASE closure")?;
    }
    session.control("COMMIT")
}

/// Runs a closure. Where its failure is one of the whole database, such as a full disk, it is that of the transaction;
/// SQLite may have ended it then.
fn run(session: &mut Session<'_>, job: &mut dyn Job) -> Result<Verdict, Error> {
    let mut tx = Tx::new(Engine::Sqlite, session);
    let verdict = job.run(&mut tx);
    match tx.failure().map(|failure| failure.error.clone()) {
        Some(error @ Error::Unwritable(_)) => Err(error),
        _ if !session.is_open() => Err(Error::Unavailable(String::from("the transaction was ended by a failure"))),
        _ => Ok(verdict),
    }
}
