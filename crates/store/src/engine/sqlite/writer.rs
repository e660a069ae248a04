//! The thread that writes, with group commit.
//!
//! It takes the closures that wait at this moment, runs each in a savepoint of
//! one transaction, commits once, and only then answers every caller: many
//! durable writes for one wait for the disk. A closure that fails or panics is
//! undone alone.

use super::session::Session;
use crate::dialect::Engine;
use crate::engine::job::{Job, Verdict};
use crate::engine::outage::{Outages, probes};
use crate::engine::queue::Queue;
use crate::error::Error;
use crate::tx::Tx;
use rusqlite::Connection;

/// How many closures share a commit, so that the first of them is not kept
/// waiting by the last.
const BATCH: usize = 256;

/// Writes until the queue is closed and empty.
pub(super) fn work(connection: &Connection, queue: &Queue, outages: &Outages) {
    let mut session = Session::new(connection);
    loop {
        let mut jobs = queue.pop_many(BATCH);
        if jobs.is_empty() {
            return;
        }
        let outcome = transact(&mut session, &mut jobs, outages);
        if outcome.is_ok() && outages.work.lasts() {
            probe(&mut session, outages);
        }
        for job in jobs {
            job.answer(outcome.clone());
        }
    }
}

/// Finds out whether there is room again.
fn probe(session: &mut Session<'_>, outages: &Outages) {
    let mut probes = probes();
    if probes.iter_mut().all(|probe| transact(session, std::slice::from_mut(probe), outages).is_ok()) {
        outages.work.end();
    }
}

fn transact(session: &mut Session<'_>, jobs: &mut [Box<dyn Job>], outages: &Outages) -> Result<(), Error> {
    // Takes the lock at once: waiting for another process is possible only here.
    let outcome = session.control("BEGIN IMMEDIATE").and_then(|()| match jobs {
        [job] => run_alone(session, job.as_mut(), outages),
        jobs => run_together(session, jobs, outages),
    });
    if let Err(error) = &outcome {
        outages.note(error);
        if session.is_open() {
            drop(session.control("ROLLBACK"));
        }
    }
    outcome
}

fn run_alone(session: &mut Session<'_>, job: &mut dyn Job, outages: &Outages) -> Result<(), Error> {
    match run(session, job, outages)? {
        Verdict::Keep => session.control("COMMIT"),
        Verdict::Undo => session.control("ROLLBACK"),
    }
}

fn run_together(session: &mut Session<'_>, jobs: &mut [Box<dyn Job>], outages: &Outages) -> Result<(), Error> {
    for job in jobs {
        session.control("SAVEPOINT closure")?;
        if run(session, job.as_mut(), outages)? == Verdict::Undo {
            session.control("ROLLBACK TO closure")?;
        }
        session.control("RELEASE closure")?;
    }
    session.control("COMMIT")
}

/// Runs a closure. Where its failure is one of the whole database, such as a full disk, it is that of the transaction;
/// SQLite may have ended it then. Damage is found in one place, and others can still be written.
fn run(session: &mut Session<'_>, job: &mut dyn Job, outages: &Outages) -> Result<Verdict, Error> {
    let mut tx = Tx::new(Engine::Sqlite, session);
    let verdict = job.run(&mut tx);
    match tx.failure().map(|failure| failure.error.clone()) {
        Some(error @ Error::Damaged(_)) if session.is_open() => {
            outages.note(&error);
            Ok(verdict)
        }
        Some(error @ (Error::Unwritable(_) | Error::Damaged(_))) => Err(error),
        _ if !session.is_open() => Err(Error::Unavailable(String::from("the transaction was ended by a failure"))),
        _ => Ok(verdict),
    }
}
