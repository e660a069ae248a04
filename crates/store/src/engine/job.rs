//! A closure on its way to a thread of the database, and its answer on the way back.
//!
//! Running and answering are two steps, because a caller is answered only after
//! the commit, and because a closure may have to run again.

use crate::error::Error;
use crate::tx::Tx;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tokio::sync::oneshot;

/// What a transaction may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

/// What is to become of the changes a closure made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Keep,
    Undo,
}

/// A closure whose types are no longer known.
pub(crate) trait Job: Send {
    /// What it may do.
    fn access(&self) -> Access;

    /// Whether nobody waits for the answer any more, so that it need not run. Never
    /// true of a write: who pressed *Send* and closed the page meant to send.
    fn is_abandoned(&self) -> bool;

    /// Runs the closure and keeps its answer. A panic in it is an answer too.
    fn run(&mut self, tx: &mut Tx<'_>) -> Verdict;

    /// Answers the caller: with what the closure said, or, when that was `Ok` or
    /// it never ran, with the error the engine met.
    fn answer(self: Box<Self>, outcome: Result<(), Error>);
}

/// Packs a closure for a thread, with the place where its answer will arrive.
pub(crate) fn pack<T, E, F>(access: Access, work: F) -> (Box<dyn Job>, oneshot::Receiver<Result<T, E>>)
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    (Box::new(Packed { access, work, result: None, reply }), answer)
}

struct Packed<T, E, F> {
    access: Access,
    work: F,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Job for Packed<T, E, F>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn access(&self) -> Access {
        self.access
    }

    fn is_abandoned(&self) -> bool {
        self.access == Access::Read && self.reply.is_closed()
    }

    fn run(&mut self, tx: &mut Tx<'_>) -> Verdict {
        // Sound: after a panic the transaction is undone, and the closure, which is
        // all that could be left half changed, is `Fn` and not run again.
        let result = catch_unwind(AssertUnwindSafe(|| (self.work)(tx)))
            .unwrap_or_else(|_| Err(E::from(Error::Fault(String::from("the work of a transaction panicked")))));
        let result = match (result, tx.failure()) {
            (Ok(_), Some(failure)) => Err(E::from(failure.error.clone())),
            (result, _) => result,
        };
        let verdict = if result.is_ok() { Verdict::Keep } else { Verdict::Undo };
        self.result = Some(result);
        verdict
    }

    fn answer(self: Box<Self>, outcome: Result<(), Error>) {
        let result = match (self.result, outcome) {
            (Some(Err(error)), _) => Err(error),
            (_, Err(error)) => Err(E::from(error)),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (None, Ok(())) => Err(E::from(Error::Fault(String::from("a transaction ended that never ran")))),
        };
        // Whoever asked may be gone; the work is done all the same.
        drop(self.reply.send(result));
    }
}
