//! A moment as shown: exact for machines, and in words in the zone of the reader.

use snug_domain::Timestamp;
use snug_texts::Times;

/// A moment as shown. The server writes every time; no script changes one.
#[derive(Debug, Clone)]
pub struct Moment {
    at: Timestamp,
    times: Times,
}

impl Moment {
    /// This moment, as it is told to a reader.
    #[must_use]
    pub fn new(times: &Times, at: Timestamp) -> Self {
        Self { at, times: times.clone() }
    }

    /// For machines, with the date of the reader in front: `2026-11-21T21:48:00+01:00`.
    #[must_use]
    pub fn datetime(&self) -> String {
        self.times.machine(self.at)
    }

    /// `20:48`
    #[must_use]
    pub fn clock(&self) -> String {
        self.times.clock(self.at)
    }

    /// `20:48`, then `Yesterday`, then `20 Nov`.
    #[must_use]
    pub fn short(&self) -> String {
        self.times.short(self.at)
    }

    /// `21 November 2026`
    #[must_use]
    pub fn date(&self) -> String {
        self.times.date(self.at)
    }

    /// `21 November 2026, 20:48`
    #[must_use]
    pub fn long(&self) -> String {
        self.times.long(self.at)
    }

    /// The line between days that it stands below, if it is the first of its day after the one before it.
    #[must_use]
    pub fn new_day(&self, before: Option<&Self>) -> Option<String> {
        let is_same = before.is_some_and(|before| self.times.is_same_day(before.at, self.at));
        (!is_same).then(|| self.times.day(self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;
    use snug_domain::people::{Language, Zone};
    use snug_domain::{Span, Timestamp};
    use snug_texts::{Texts, Times};

    #[test]
    fn a_day_begins_where_the_reader_is() {
        let midnight = Timestamp(1_795_305_600_000);
        let new_day = |zone: Option<&str>| {
            let zone = zone.and_then(|zone| Zone::parse(zone).ok());
            let times = Times::new(Texts::of(Language::English), zone, midnight + Span::hours(4));
            let before = Moment::new(&times, midnight - Span::minutes(1));
            Moment::new(&times, midnight).new_day(Some(&before))
        };
        assert_eq!(new_day(None).as_deref(), Some("Today"));
        assert_eq!(new_day(Some("Europe/Paris")), None);
    }
}
