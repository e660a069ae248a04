//! What work costs a database, for tests that hold a use case to it.

use crate::database::Database;
use crate::tx::Tx;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// What some work cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Statements that were run.
    pub statements: u64,
    /// Steps of SQLite's machine, which grow with the rows it goes through. None on PostgreSQL: it
    /// reads a small table whole, and rightly so.
    pub steps: u64,
}

/// Counts what closures cost, from when it is asked to.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    counts: AtomicBool,
    statements: AtomicU64,
    steps: AtomicU64,
}

impl Meter {
    /// Does some work of a transaction, and adds what it cost.
    pub(crate) fn during<T>(&self, tx: &mut Tx<'_>, work: impl FnOnce(&mut Tx<'_>) -> T) -> T {
        if !self.counts.load(Ordering::Acquire) {
            return work(tx);
        }
        let (statements, steps) = (tx.count_statements(), tx.count_steps());
        let result = work(tx);
        self.statements.fetch_add(tx.count_statements() - statements, Ordering::AcqRel);
        self.steps.fetch_add(tx.count_steps().saturating_sub(steps), Ordering::AcqRel);
        result
    }
}

impl Database {
    /// Counts from nothing.
    pub fn start_counting(&self) {
        let meter = self.meter();
        meter.statements.store(0, Ordering::Release);
        meter.steps.store(0, Ordering::Release);
        meter.counts.store(true, Ordering::Release);
    }

    /// What everything cost since then. From here on nothing is counted.
    #[must_use]
    pub fn stop_counting(&self) -> Cost {
        let meter = self.meter();
        meter.counts.store(false, Ordering::Release);
        Cost { statements: meter.statements.load(Ordering::Acquire), steps: meter.steps.load(Ordering::Acquire) }
    }
}
