//! Outcomes of the attackers' requests.

use crate::client::Answer;
use crate::figures::{Figure, number};
use anyhow::Result;
use hyper::StatusCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Outcome counts over all connections of an attack.
#[derive(Debug, Default)]
pub(super) struct Tally {
    done: AtomicUsize,
    refused: AtomicUsize,
    broken: AtomicUsize,
}

impl Tally {
    /// Counts the outcome of one request.
    pub(super) fn count(&self, answer: &Result<Answer>) {
        let counter = match answer {
            Ok(answer) if answer.status == StatusCode::TOO_MANY_REQUESTS => &self.refused,
            Ok(answer) if answer.status.is_server_error() => &self.broken,
            Ok(_) => &self.done,
            Err(_) => &self.broken,
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }

    /// Resets the counts.
    pub(super) fn reset(&self) {
        for counter in [&self.done, &self.refused, &self.broken] {
            counter.store(0, Ordering::Relaxed);
        }
    }

    /// Requests per second that were answered, refused (429), or failed (5xx or connection closed).
    pub(super) fn figures(&self, time: Duration) -> Vec<Figure> {
        let rate = |name, counter: &AtomicUsize| {
            Figure::new(name, "requests/s", number(counter.load(Ordering::Relaxed)) / time.as_secs_f64())
        };
        vec![
            rate("attack answered", &self.done),
            rate("attack refused", &self.refused),
            rate("attack turned away", &self.broken),
        ]
    }
}
