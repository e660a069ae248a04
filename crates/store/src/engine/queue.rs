//! Work waiting for a thread of the database.
//!
//! Bounded, in number and in time: an overload is felt as a refusal after a moment,
//! and not as minutes of waiting. What is refused was never begun. Once closed it
//! takes nothing more, and what is in it is still handed out.

use super::job::Job;
use crate::error::Error;
use std::collections::VecDeque;
use std::mem::take;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How much may wait.
const CAPACITY: usize = 10_000;
/// How long anything may wait, where so much waits that more than a moment is still to come. After
/// a pause of the disk those few who waited for it are not sent away.
const PATIENCE: Duration = Duration::from_secs(2);
const A_MOMENT: usize = 256;

/// Jobs in the order they came.
#[derive(Default)]
pub(crate) struct Queue {
    state: Mutex<State>,
    /// Told of each job that came, when a thread waits for one.
    arrived: Condvar,
    /// Told of the closing; apart, so that a pausing thread takes no wake-up that
    /// was meant for one that waits for work.
    closed: Condvar,
}

#[derive(Default)]
struct State {
    /// Each with when it came.
    jobs: VecDeque<(Instant, Box<dyn Job>)>,
    /// How many threads wait; nobody is woken when nobody waits.
    waiting: usize,
    closed: bool,
}

impl Queue {
    /// Puts a job at the end.
    #[expect(clippy::disallowed_methods, reason = "how long something waits is measured")]
    pub(crate) fn push(&self, job: Box<dyn Job>) -> Result<(), Error> {
        let mut state = self.state();
        if state.closed {
            return Err(Error::Unavailable(String::from("it is being closed")));
        }
        if state.jobs.len() >= CAPACITY {
            return Err(Error::Overloaded);
        }
        state.jobs.push_back((Instant::now(), job));
        if state.waiting > 0 {
            self.arrived.notify_one();
        }
        Ok(())
    }

    /// Waits for a job. Nothing means: closed and empty, time to end.
    pub(crate) fn pop(&self) -> Option<Box<dyn Job>> {
        self.pop_many(1).pop()
    }

    /// A job that waits already, if any.
    pub(crate) fn pop_waiting(&self) -> Option<Box<dyn Job>> {
        Self::hand_out(self.state(), 1).pop()
    }

    /// Waits for a job, and takes along those that came meanwhile, up to `most`.
    /// An empty answer means: closed and empty, time to end.
    pub(crate) fn pop_many(&self, most: usize) -> Vec<Box<dyn Job>> {
        Self::hand_out(self.wait_for_work(), most)
    }

    fn hand_out(mut state: MutexGuard<'_, State>, most: usize) -> Vec<Box<dyn Job>> {
        let late = state.take_late();
        let count = state.jobs.len().min(most);
        let jobs = state.jobs.drain(..count).map(|(_, job)| job).collect();
        drop(state);
        for job in late {
            job.answer(Err(Error::Overloaded));
        }
        jobs
    }

    /// Everything that waits, without waiting for more.
    pub(crate) fn take_waiting(&self) -> Vec<Box<dyn Job>> {
        take(&mut self.state().jobs).into_iter().map(|(_, job)| job).collect()
    }

    /// Waits this long, or until the queue is closed.
    pub(crate) fn pause(&self, time: Duration) {
        let waited = self.closed.wait_timeout_while(self.state(), time, |state| !state.closed);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    /// Takes nothing more from now on.
    pub(crate) fn close(&self) {
        self.state().closed = true;
        self.arrived.notify_all();
        self.closed.notify_all();
    }

    fn wait_for_work(&self) -> MutexGuard<'_, State> {
        let mut state = self.state();
        while state.jobs.is_empty() && !state.closed {
            state.waiting += 1;
            state = self.arrived.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.waiting -= 1;
        }
        state
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // No code that can panic runs under this lock, so a poisoned one is sound.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Takes out what waited too long, but for what is done within a moment.
    fn take_late(&mut self) -> Vec<Box<dyn Job>> {
        let more = self.jobs.len().saturating_sub(A_MOMENT);
        let late = self.jobs.iter().take(more).take_while(|(since, _)| since.elapsed() > PATIENCE).count();
        self.jobs.drain(..late).map(|(_, job)| job).collect()
    }
}
