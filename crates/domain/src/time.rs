//! Instants and lengths of time, in milliseconds.

use serde::{Deserialize, Serialize};
use std::ops::{Add, Sub};

/// An instant: milliseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

/// A length of time, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(pub i64);

impl Span {
    /// So many milliseconds.
    #[must_use]
    pub const fn milliseconds(count: i64) -> Self {
        Self(count)
    }

    /// So many seconds.
    #[must_use]
    pub const fn seconds(count: i64) -> Self {
        Self(count * 1_000)
    }

    /// So many minutes.
    #[must_use]
    pub const fn minutes(count: i64) -> Self {
        Self::seconds(count * 60)
    }

    /// So many hours.
    #[must_use]
    pub const fn hours(count: i64) -> Self {
        Self::minutes(count * 60)
    }

    /// So many days of 24 hours.
    #[must_use]
    pub const fn days(count: i64) -> Self {
        Self::hours(count * 24)
    }
}

/// How far the clocks of two nodes may lie apart.
pub const CLOCKS_AGREE_WITHIN: Span = Span::minutes(1);

impl Timestamp {
    /// Whether a clock that is right can have written this time by now, where it lies at most so far ahead when it is
    /// written. One that cannot was written while a clock was ahead, and counts for nothing (decision 22).
    #[must_use]
    pub fn is_plausible(self, now: Self, ahead: Span) -> bool {
        self - now <= Span(ahead.0.saturating_add(CLOCKS_AGREE_WITHIN.0))
    }

    /// As RFC 3339 writes it, in UTC, to the millisecond.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        jiff::Timestamp::from_millisecond(self.0)
            .map_or_else(|_| String::from("1970-01-01T00:00:00.000Z"), |at| format!("{at:.3}"))
    }
}

impl Add<Span> for Timestamp {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl Sub<Span> for Timestamp {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

impl Sub for Timestamp {
    type Output = Span;
    fn sub(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, Timestamp};

    #[test]
    fn an_instant_reads_as_rfc_3339_to_the_millisecond() {
        assert_eq!(Timestamp(0).to_rfc3339(), "1970-01-01T00:00:00.000Z");
        assert_eq!((Timestamp(0) + Span::days(1) + Span(7)).to_rfc3339(), "1970-01-02T00:00:00.007Z");
    }
}
