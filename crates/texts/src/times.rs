//! Times as people say them: in the language, the zone and the clock of whoever reads.

use crate::Texts;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use snug_domain::Timestamp;
use snug_domain::people::{Language, Zone};
use std::fmt;

/// The clock of a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hours {
    /// 8:48 PM.
    Twelve,
    /// 20:48.
    #[default]
    TwentyFour,
}

/// Countries where English or Arabic is read and the clock has twelve hours (CLDR, `timeData`).
const TWELVE: [&str; 27] = [
    "AE", "AU", "BD", "BH", "CA", "DJ", "EG", "HK", "IN", "IQ", "JO", "KW", "LB", "LY", "MY", "NZ", "OM", "PH", "PK",
    "PS", "QA", "SA", "SD", "SG", "SY", "US", "YE",
];

impl Hours {
    /// The clock of the country that an `Accept-Language` header names first beside this language.
    #[must_use]
    pub fn preferred(accept_language: &str, language: Language) -> Self {
        let ranges = accept_language.split(',').take(20).filter_map(|range| range.split(';').next());
        let country = ranges.filter_map(|range| {
            let (primary, rest) = range.trim().split_once('-')?;
            let country = rest.rsplit('-').next().filter(|country| country.len() == 2)?;
            primary.eq_ignore_ascii_case(language.tag()).then(|| country.to_ascii_uppercase())
        });
        match country.take(1).any(|country| TWELVE.contains(&country.as_str())) {
            true => Self::Twelve,
            false => Self::TwentyFour,
        }
    }
}

/// Says times to one reader. Where their zone is not known it says that the time is UTC.
#[derive(Clone)]
pub struct Times {
    texts: Texts,
    zone: TimeZone,
    is_known: bool,
    hours: Hours,
    now: Timestamp,
}

impl fmt::Debug for Times {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Times").field("zone", &self.zone).field("now", &self.now).finish_non_exhaustive()
    }
}

impl Times {
    /// For a reader of these texts, in this zone, now.
    #[must_use]
    pub fn new(texts: Texts, zone: Option<Zone>, now: Timestamp) -> Self {
        let rules = zone.map_or(TimeZone::UTC, Zone::rules);
        Self { texts, zone: rules, is_known: zone.is_some(), hours: Hours::default(), now }
    }

    /// The same by another clock.
    #[must_use]
    pub fn by(self, hours: Hours) -> Self {
        Self { hours, ..self }
    }

    /// The texts of the reader.
    #[must_use]
    pub fn texts(&self) -> Texts {
        self.texts
    }

    /// For machines, with the date of the reader in front: `2026-11-21T21:48:00+01:00`.
    #[must_use]
    pub fn machine(&self, at: Timestamp) -> String {
        let at = self.there(at);
        let offset = if at.offset().is_zero() { "Z" } else { "%:z" };
        at.strftime(&format!("%Y-%m-%dT%H:%M:%S{offset}")).to_string()
    }

    /// `20:48`
    #[must_use]
    pub fn clock(&self, at: Timestamp) -> String {
        self.clock_of(&self.there(at))
    }

    /// As a line between days says it: `Today`, `Yesterday`, `Friday 20 November`.
    #[must_use]
    pub fn day(&self, at: Timestamp) -> String {
        let date = self.there(at).date();
        match self.days_ago(date) {
            0 => self.texts.get("time-today").into_owned(),
            1 => self.texts.get("time-yesterday").into_owned(),
            _ if date.year() == self.today().year() => self.dated("time-day", date, "time-month", "time-weekday"),
            _ => self.date_of(date),
        }
    }

    /// `21 November 2026`
    #[must_use]
    pub fn date(&self, at: Timestamp) -> String {
        self.date_of(self.there(at).date())
    }

    /// `21 November 2026, 20:48`
    #[must_use]
    pub fn long(&self, at: Timestamp) -> String {
        let at = self.there(at);
        self.together(self.date_of(at.date()), &at)
    }

    /// As short as can be: `20:48`, then `Yesterday`, then `20 Nov`.
    #[must_use]
    pub fn short(&self, at: Timestamp) -> String {
        let at = self.there(at);
        match self.days_ago(at.date()) {
            0 => self.clock_of(&at),
            1 => self.texts.get("time-yesterday").into_owned(),
            _ if at.year() == self.today().year() => {
                self.dated("time-date-short", at.date(), "time-month-short", "time-weekday-short")
            }
            _ => self.dated("time-date-short-year", at.date(), "time-month-short", "time-weekday-short"),
        }
    }

    /// The day and the time, as it is said in a mail: `yesterday, 12:14`, `Tue 24 Nov, 12:14`.
    #[must_use]
    pub fn stamp(&self, at: Timestamp) -> String {
        let at = self.there(at);
        let day = match self.days_ago(at.date()) {
            0 => self.texts.get("time-today-within").into_owned(),
            1 => self.texts.get("time-yesterday-within").into_owned(),
            _ if at.year() == self.today().year() => {
                self.dated("time-day-short", at.date(), "time-month-short", "time-weekday-short")
            }
            _ => self.dated("time-date-short-year", at.date(), "time-month-short", "time-weekday-short"),
        };
        self.together(day, &at)
    }

    /// Whether both are of one day, where the reader is.
    #[must_use]
    pub fn is_same_day(&self, one: Timestamp, other: Timestamp) -> bool {
        self.there(one).date() == self.there(other).date()
    }

    fn together(&self, day: String, at: &Zoned) -> String {
        self.texts.fill("time-together").with("day", day).with("time", self.clock_of(at)).to_string()
    }

    fn date_of(&self, date: Date) -> String {
        self.dated("time-date", date, "time-month", "time-weekday")
    }

    fn dated(&self, key: &str, date: Date, month: &str, weekday: &str) -> String {
        let month = self.texts.fill(month).with("month", i64::from(date.month())).to_string();
        let weekday =
            self.texts.fill(weekday).with("day", i64::from(date.weekday().to_monday_one_offset())).to_string();
        let filled = self.texts.fill(key).with("day", date.day().to_string()).with("month", month);
        filled.with("weekday", weekday).with("year", date.year().to_string()).to_string()
    }

    fn clock_of(&self, at: &Zoned) -> String {
        let said = match self.hours {
            Hours::TwentyFour => at.strftime("%H:%M").to_string(),
            Hours::Twelve => {
                let key = if at.hour() < 12 { "time-clock-morning" } else { "time-clock-afternoon" };
                self.texts.fill(key).with("time", at.strftime("%-I:%M").to_string()).to_string()
            }
        };
        if self.is_known { said } else { self.texts.fill("time-utc").with("time", said).to_string() }
    }

    fn there(&self, at: Timestamp) -> Zoned {
        jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(self.zone.clone())
    }

    fn today(&self) -> Date {
        self.there(self.now).date()
    }

    /// 0 today, 1 yesterday, 2 on any other day.
    fn days_ago(&self, date: Date) -> i32 {
        let today = self.today();
        match (date == today, date.checked_add(1.day()).is_ok_and(|next| next == today)) {
            (true, _) => 0,
            (_, true) => 1,
            _ => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Hours, Times};
    use crate::Texts;
    use snug_domain::people::{Language, Zone};
    use snug_domain::{Span, Timestamp};

    /// Saturday 21 November 2026, 23:30 UTC.
    const AT: Timestamp = Timestamp(1_795_303_800_000);

    fn times(language: Language, zone: &str, now: Timestamp) -> Times {
        Times::new(Texts::of(language), Zone::parse(zone).ok(), now)
    }

    #[test]
    fn a_time_is_said_in_the_zone_of_the_reader() {
        let paris = times(Language::English, "Europe/Paris", AT + Span::hours(1));
        assert_eq!((paris.clock(AT), paris.day(AT), paris.short(AT)), ("00:30".into(), "Today".into(), "00:30".into()));
        assert_eq!(paris.machine(AT), "2026-11-22T00:30:00+01:00");
        let lima = times(Language::English, "America/Lima", AT + Span::days(1));
        assert_eq!((lima.long(AT), lima.day(AT)), ("21 November 2026, 18:30".into(), "Yesterday".into()));
        assert_eq!(lima.stamp(AT), "yesterday, 18:30");
        let later = times(Language::English, "Europe/Paris", AT + Span::days(3));
        assert_eq!(later.stamp(AT), "Sun 22 Nov, 00:30");
        assert_eq!((later.day(AT), later.short(AT)), ("Sunday 22 November".into(), "22 Nov".into()));
        let next_year = times(Language::English, "Europe/Paris", AT + Span::days(90));
        assert_eq!((next_year.day(AT), next_year.short(AT)), ("22 November 2026".into(), "22 Nov 2026".into()));
        assert!(paris.is_same_day(AT, AT + Span::hours(5)) && !lima.is_same_day(AT, AT + Span::hours(6)));
    }

    #[test]
    fn a_zone_that_is_not_known_is_told_to_be_utc() {
        let utc = times(Language::English, "Nowhere", AT + Span::days(1));
        assert_eq!((utc.clock(AT), utc.stamp(AT)), ("23:30 UTC".into(), "yesterday, 23:30 UTC".into()));
        assert_eq!(utc.machine(AT), "2026-11-21T23:30:00Z");
    }

    #[test]
    fn a_time_reads_well_in_arabic() {
        let riyadh = times(Language::Arabic, "Asia/Riyadh", AT + Span::days(5));
        assert_eq!(riyadh.long(AT), "22 نوفمبر 2026، 02:30");
        assert_eq!(riyadh.stamp(AT), "الأحد 22 نوفمبر، 02:30");
        assert_eq!(riyadh.by(Hours::Twelve).clock(AT), "2:30\u{a0}ص");
    }

    #[test]
    fn the_clock_is_that_of_the_readers_country() {
        let of = |header, language| Hours::preferred(header, language);
        assert_eq!(of("en-US,en;q=0.9", Language::English), Hours::Twelve);
        assert_eq!(of("de-DE, en-GB;q=0.8, en-US;q=0.5", Language::English), Hours::TwentyFour);
        assert_eq!(of("ar-EG", Language::Arabic), Hours::Twelve);
        for none in ["", "ar", "en", "en-", "-US", ";,;", "ar-EG"] {
            assert_eq!(of(none, Language::English), Hours::TwentyFour, "{none}");
        }
        let boston = times(Language::English, "America/New_York", AT).by(Hours::Twelve);
        assert_eq!(boston.clock(AT), "6:30\u{a0}PM");
    }
}
