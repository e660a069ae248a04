//! Times at which the database does not do its work. Each is logged once when it begins and once when it is over.
//!
//! A full disk takes a small write now and then, so a write that succeeded ends nothing: what ends it is a probe that
//! needs room.

use super::job::{Access, Job, pack};
use crate::error::Error;
use crate::write_probes;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Of whatever engine.
pub(crate) const WRITING: [&str; 2] = ["the database cannot be written", "the database can be written again"];

const DAMAGE: [&str; 2] =
    ["the database is damaged; stop the program and restore a backup", "the database is whole again"];

/// How much a probe writes: more than any request does, and no more than a moment of the disk.
const ROOM: usize = 256 * 1_024;

/// Work that the database may fail to do for some time.
pub(crate) struct Outage {
    /// What the log says when it begins, and when it is over.
    words: [&'static str; 2],
    /// Set while `cause` is: looked at with every transaction.
    lasts: AtomicBool,
    cause: Mutex<Option<Error>>,
}

impl Outage {
    /// No damage yet.
    pub(crate) const fn of_damage() -> Self {
        Self::of(DAMAGE)
    }

    /// None yet, of this kind.
    pub(crate) const fn of(words: [&'static str; 2]) -> Self {
        Self { words, lasts: AtomicBool::new(false), cause: Mutex::new(None) }
    }

    /// Notes that work failed; whether it is an outage is seen by the error.
    pub(crate) fn note(&self, error: &Error) {
        let (Error::Unavailable(why) | Error::Unwritable(why) | Error::Damaged(why)) = error else { return };
        let mut cause = self.cause();
        if cause.is_none() {
            let [begun, _] = self.words;
            tracing::error!(cause = why, "{begun}");
            self.lasts.store(true, Ordering::Relaxed);
            *cause = Some(error.clone());
        }
    }

    /// Notes that the work is done again.
    pub(crate) fn end(&self) {
        if self.lasts() && self.cause().take().is_some() {
            self.lasts.store(false, Ordering::Relaxed);
            let [_, over] = self.words;
            tracing::warn!("{over}");
        }
    }

    /// Whether it lasts.
    pub(crate) fn lasts(&self) -> bool {
        self.lasts.load(Ordering::Relaxed)
    }

    /// The error it began with, while it lasts.
    pub(crate) fn error(&self) -> Result<(), Error> {
        self.cause().clone().map_or(Ok(()), Err)
    }

    fn cause(&self) -> MutexGuard<'_, Option<Error>> {
        // No code that can panic runs under this lock.
        self.cause.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What may be wrong with a file for some time, as a thread sees it that reads or writes it.
pub(crate) struct Outages {
    /// Whether it does its work.
    pub(crate) work: Arc<Outage>,
    /// Whether the file is sound. Nothing ends this: a part that can be read says nothing of another.
    pub(crate) damage: Arc<Outage>,
}

impl Outages {
    /// Notes that work failed.
    pub(crate) fn note(&self, error: &Error) {
        match error {
            Error::Damaged(_) => self.damage.note(error),
            _ => self.work.note(error),
        }
    }
}

/// Writes that need room, and give it back.
pub(crate) fn probes() -> [Box<dyn Job>; 2] {
    [ROOM, 1].map(|length| {
        let filler = vec![0x5a; length];
        pack::<(), Error, _>(Access::Write, move |tx| write_probes::set(tx, &filler)).0
    })
}
