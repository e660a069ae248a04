//! What became of what attackers asked for.

use crate::client::Answer;
use crate::figures::{Figure, number};
use anyhow::Result;
use hyper::StatusCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Counts of all attackers together.
#[derive(Debug, Default)]
pub(super) struct Tally {
    done: AtomicUsize,
    refused: AtomicUsize,
    broken: AtomicUsize,
}

impl Tally {
    /// Counts what one request came to.
    pub(super) fn count(&self, answer: &Result<Answer>) {
        let counter = match answer {
            Ok(answer) if answer.status == StatusCode::TOO_MANY_REQUESTS => &self.refused,
            Ok(answer) if answer.status.is_server_error() => &self.broken,
            Ok(_) => &self.done,
            Err(_) => &self.broken,
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }

    /// Begins anew.
    pub(super) fn reset(&self) {
        for counter in [&self.done, &self.refused, &self.broken] {
            counter.store(0, Ordering::Relaxed);
        }
    }

    /// What attackers were given, refused (429), and not answered as they should have been, each second.
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
