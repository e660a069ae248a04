//! A clock that stands still until a test moves it.

use snug_app::Clock;
use snug_domain::{Span, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// When every test begins: Monday, 2 March 2026, 09:00 UTC.
pub const START: Timestamp = Timestamp(1_772_442_000_000);

/// A clock that stands still. Clones are the same one.
#[derive(Debug, Clone)]
pub struct FrozenClock(Arc<AtomicI64>);

impl FrozenClock {
    /// A clock that stands at [`START`].
    pub(crate) fn at_start() -> Self {
        Self(Arc::new(AtomicI64::new(START.0)))
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }

    /// Lets this much time pass.
    pub fn wait(&self, span: Span) {
        self.0.fetch_add(span.0, Ordering::SeqCst);
    }

    /// The same clock, as doors and couriers are given it.
    #[must_use]
    pub fn as_clock(&self) -> Clock {
        let clock = self.clone();
        Clock::new(move || clock.now())
    }
}

/// So many seconds.
#[must_use]
pub const fn seconds(count: i64) -> Span {
    Span::seconds(count)
}

/// So many minutes.
#[must_use]
pub const fn minutes(count: i64) -> Span {
    Span::minutes(count)
}

/// So many hours.
#[must_use]
pub const fn hours(count: i64) -> Span {
    Span::hours(count)
}

/// So many days.
#[must_use]
pub const fn days(count: i64) -> Span {
    Span::days(count)
}
