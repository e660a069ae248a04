//! A thread that reads. Each closure sees the database as it was at one moment,
//! whatever is written meanwhile.

use super::session::Session;
use crate::dialect::Engine;
use crate::engine::job::Job;
use crate::engine::outage::Outages;
use crate::engine::queue::Queue;
use crate::error::Error;
use crate::tx::Tx;
use rusqlite::Connection;

/// Reads until the queue is closed and empty.
pub(super) fn work(connection: &Connection, queue: &Queue, outages: &Outages) {
    let mut session = Session::new(connection);
    while let Some(mut job) = queue.pop() {
        if job.is_abandoned() {
            continue;
        }
        let outcome = transact(&mut session, job.as_mut());
        match &outcome {
            Ok(()) => outages.work.end(),
            Err(error) => outages.note(error),
        }
        job.answer(outcome);
    }
}

fn transact(session: &mut Session<'_>, job: &mut dyn Job) -> Result<(), Error> {
    session.control("BEGIN DEFERRED")?;
    let mut tx = Tx::new(Engine::Sqlite, session);
    job.run(&mut tx);
    let failed = tx.failure().map(|failure| failure.error.clone());
    // There is nothing to keep, and this cannot fail as a commit can.
    if session.is_open() {
        session.control("ROLLBACK")?;
    }
    match failed {
        Some(error @ (Error::Unavailable(_) | Error::Damaged(_))) => Err(error),
        _ => Ok(()),
    }
}
