//! Work waiting for a thread of the database.
//!
//! Bounded: when full it answers at once instead of growing, so that an overload
//! is felt as an error and not as minutes of waiting. Once closed it takes
//! nothing more, and what is in it is still handed out.

use super::job::Job;
use crate::error::Error;
use std::collections::VecDeque;
use std::mem::take;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How much may wait.
const CAPACITY: usize = 10_000;

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
    jobs: VecDeque<Box<dyn Job>>,
    /// How many threads wait; nobody is woken when nobody waits.
    waiting: usize,
    closed: bool,
}

impl Queue {
    /// Puts a job at the end.
    pub(crate) fn push(&self, job: Box<dyn Job>) -> Result<(), Error> {
        let mut state = self.state();
        if state.closed {
            return Err(Error::Unavailable(String::from("it is being closed")));
        }
        if state.jobs.len() >= CAPACITY {
            return Err(Error::Overloaded);
        }
        state.jobs.push_back(job);
        if state.waiting > 0 {
            self.arrived.notify_one();
        }
        Ok(())
    }

    /// Waits for a job. Nothing means: closed and empty, time to end.
    pub(crate) fn pop(&self) -> Option<Box<dyn Job>> {
        self.wait_for_work().jobs.pop_front()
    }

    /// Waits for a job, and takes along those that came meanwhile, up to `most`.
    /// An empty answer means: closed and empty, time to end.
    pub(crate) fn pop_many(&self, most: usize) -> Vec<Box<dyn Job>> {
        let mut state = self.wait_for_work();
        let count = state.jobs.len().min(most);
        state.jobs.drain(..count).collect()
    }

    /// Everything that waits, without waiting for more.
    pub(crate) fn take_waiting(&self) -> VecDeque<Box<dyn Job>> {
        take(&mut self.state().jobs)
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
