//! One attempt to run a closure in a transaction.

use super::connection::Connection;
use super::failure::failure;
use super::session::Session;
use crate::dialect::Engine;
use crate::engine::job::{Job, Verdict};
use crate::error::Error;
use crate::tx::{Failure, Remedy, Tx};
use postgres::Transaction;

/// How an attempt ended.
pub(super) enum Attempt {
    /// For good: the caller can be answered.
    Over(Result<(), Error>),
    /// Nothing was kept, and it should be run again.
    Again,
    /// Nothing was kept, and it should be run again on a new connection.
    Reconnect,
}

impl From<Failure> for Attempt {
    fn from(failure: Failure) -> Self {
        match failure.remedy {
            Remedy::Answer => Self::Over(Err(failure.error)),
            Remedy::Again => Self::Again,
            Remedy::Reconnect => Self::Reconnect,
        }
    }
}

/// Runs a closure once.
pub(super) fn attempt(connection: &mut Connection, job: &mut dyn Job) -> Attempt {
    let (transaction, statements) = match connection.begin(job.access()) {
        Ok(begun) => begun,
        Err(failure) => return failure.into(),
    };
    let mut session = Session { transaction, statements };
    let mut tx = Tx::new(Engine::Postgres, &mut session);
    let verdict = job.run(&mut tx);
    let remedy = tx.failure().map_or(Remedy::Answer, |failure| failure.remedy);
    match (remedy, verdict) {
        (Remedy::Reconnect, _) => Attempt::Reconnect,
        (Remedy::Again, _) => {
            roll_back(session.transaction);
            Attempt::Again
        }
        (Remedy::Answer, Verdict::Keep) => commit(session.transaction),
        (Remedy::Answer, Verdict::Undo) => {
            roll_back(session.transaction);
            Attempt::Over(Ok(()))
        }
    }
}

fn commit(transaction: Transaction<'_>) -> Attempt {
    match transaction.commit().map_err(|error| failure(&error)) {
        Ok(()) => Attempt::Over(Ok(())),
        // Running it again could do it twice. The caller repeats it by `client_id`.
        Err(Failure { remedy: Remedy::Reconnect, .. }) => Attempt::Over(Err(Error::Unavailable(String::from(
            "the connection was lost in the commit, and what became of it is not known",
        )))),
        Err(failure) => failure.into(),
    }
}

/// If this fails, so has the connection, and with it the transaction.
fn roll_back(transaction: Transaction<'_>) {
    drop(transaction.rollback());
}
