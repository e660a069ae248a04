//! One attempt to run a closure in a transaction.

use super::connection::Connection;
use super::session::Session;
use crate::dialect::Engine;
use crate::engine::job::{Access, Job, Verdict};
use crate::error::Error;
use crate::tx::{Failure, Remedy, Tx};

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

/// Runs a closure once. What it read or undid is still open on the connection afterwards: the
/// caller is answered first.
pub(super) fn attempt(connection: &mut Connection, job: &mut dyn Job) -> Attempt {
    connection.end();
    let mut session = Session { access: job.access(), connection };
    let mut tx = Tx::new(Engine::Postgres, &mut session);
    let verdict = job.run(&mut tx);
    if let Some(Failure { error: error @ (Error::Unwritable(_) | Error::Damaged(_)), .. }) = tx.failure() {
        return Attempt::Over(Err(error.clone()));
    }
    let remedy = tx.failure().map_or(Remedy::Answer, |failure| failure.remedy);
    match (remedy, verdict, job.access()) {
        (Remedy::Reconnect, _, _) => Attempt::Reconnect,
        (Remedy::Again, _, _) => Attempt::Again,
        (Remedy::Answer, Verdict::Keep, Access::Write) => commit(connection),
        (Remedy::Answer, _, _) => Attempt::Over(Ok(())),
    }
}

fn commit(connection: &mut Connection) -> Attempt {
    match connection.commit() {
        Ok(()) => Attempt::Over(Ok(())),
        // Running it again could do it twice. The caller repeats it by `client_id`.
        Err(Failure { remedy: Remedy::Reconnect, .. }) => Attempt::Over(Err(Error::Unavailable(String::from(
            "the connection was lost in the commit, and what became of it is not known",
        )))),
        Err(failure) => failure.into(),
    }
}
