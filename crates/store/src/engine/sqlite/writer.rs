//! The thread that writes, with group commit.
//!
//! It takes the closures that wait at this moment, runs each in a savepoint of
//! one transaction, commits once, and only then answers every caller: many
//! durable writes for one wait for the disk. A closure that fails or panics is
//! undone alone.

use super::session::Session;
use crate::dialect::Engine;
use crate::engine::job::{Job, Verdict};
use crate::engine::queue::Queue;
use crate::error::Error;
use crate::tx::Tx;
use rusqlite::Connection;

/// How many closures share a commit, so that the first of them is not kept
/// waiting by the last.
const BATCH: usize = 256;

/// Writes until the queue is closed and empty.
pub(super) fn work(connection: &Connection, queue: &Queue) {
    let mut session = Session::new(connection);
    loop {
        let mut jobs = queue.pop_many(BATCH);
        if jobs.is_empty() {
            return;
        }
        let outcome = transact(&mut session, &mut jobs);
        for job in jobs {
            job.answer(outcome.clone());
        }
    }
}

fn transact(session: &mut Session<'_>, jobs: &mut [Box<dyn Job>]) -> Result<(), Error> {
    // Takes the lock at once: waiting for another process is possible only here.
    session.control("BEGIN IMMEDIATE")?;
    let outcome = match jobs {
        [job] => run_alone(session, job.as_mut()),
        jobs => run_together(session, jobs),
    };
    if outcome.is_err() && session.is_open() {
        drop(session.control("ROLLBACK"));
    }
    outcome
}

fn run_alone(session: &mut Session<'_>, job: &mut dyn Job) -> Result<(), Error> {
    match job.run(&mut Tx::new(Engine::Sqlite, session)) {
        Verdict::Keep => session.control("COMMIT"),
        Verdict::Undo => session.control("ROLLBACK"),
    }
}

fn run_together(session: &mut Session<'_>, jobs: &mut [Box<dyn Job>]) -> Result<(), Error> {
    for job in jobs {
        session.control("SAVEPOINT closure")?;
        let verdict = job.run(&mut Tx::new(Engine::Sqlite, session));
        if !session.is_open() {
            return Err(Error::Unavailable(String::from("the transaction was ended by a failure")));
        }
        if verdict == Verdict::Undo {
            session.control("ROLLBACK TO closure")?;
        }
        session.control("RELEASE closure")?;
    }
    session.control("COMMIT")
}
