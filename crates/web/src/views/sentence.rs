//! A sentence of ours with moments in it: in words for everybody, and in the reader's zone where the browser runs a
//! script.

use super::Moment;
use jiff::tz::TimeZone;
use snug_domain::Timestamp;
use snug_texts::Texts;
use std::fmt;

/// Where a moment goes until the rest is escaped: of no script, and in none of our texts.
const PLACES: [char; 2] = ['\u{F8F0}', '\u{F8F1}'];

/// A sentence, as text and as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    plain: String,
    html: String,
}

/// How much of a moment is said.
#[derive(Debug, Clone, Copy)]
pub enum Exactly {
    /// The day.
    Day,
    /// The day and the time.
    Time,
}

impl Sentence {
    /// A sentence without moments.
    #[must_use]
    pub fn of(text: impl Into<String>) -> Self {
        let plain = text.into();
        Self { html: escaped(&plain), plain }
    }

    /// The text with this key about somebody, with moments under these names.
    #[must_use]
    pub fn dated(texts: Texts, key: &str, name: &str, moments: &[(&str, Timestamp, Exactly)]) -> Self {
        let mut filled = texts.fill(key).with("name", name.replace(PLACES, ""));
        for ((name, ..), place) in moments.iter().zip(PLACES) {
            filled = filled.with(name, place.to_string());
        }
        let text = filled.to_string();
        let (mut plain, mut html) = (text.clone(), escaped(&text));
        for ((_, at, exactly), place) in moments.iter().zip(PLACES) {
            let words = words(texts, *at, *exactly);
            html = html.replace(place, &element(*at, *exactly, &words));
            plain = plain.replace(place, &words);
        }
        Self { plain, html }
    }

    /// The sentence as plain text.
    #[must_use]
    pub fn plain(&self) -> &str {
        &self.plain
    }
}

/// The sentence as HTML, escaped.
impl fmt::Display for Sentence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.html)
    }
}

impl askama::filters::HtmlSafe for Sentence {}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn element(at: Timestamp, exactly: Exactly, words: &str) -> String {
    let style = match exactly {
        Exactly::Day => "day",
        Exactly::Time => "long",
    };
    let datetime = Moment::from(at).datetime;
    format!(
        "<time datetime=\"{datetime}\" data-controller=\"local-time\" data-local-time-style-value=\"{style}\">{words}</time>"
    )
}

/// 20 November 2026, and where the time matters: 20 November 2026, 15:03 UTC.
fn words(texts: Texts, at: Timestamp, exactly: Exactly) -> String {
    let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(TimeZone::UTC);
    let month = texts.fill("page-month").with("month", i64::from(at.month())).to_string();
    let date = texts
        .fill("page-date")
        .with("day", i64::from(at.day()))
        .with("month", month)
        .with("year", at.year().to_string())
        .to_string();
    match exactly {
        Exactly::Day => date,
        Exactly::Time => texts
            .fill("page-date-and-time")
            .with("date", date)
            .with("time", format!("{:02}:{:02}", at.hour(), at.minute()))
            .to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Exactly, Sentence};
    use snug_domain::Timestamp;
    use snug_domain::people::Language;
    use snug_texts::Texts;

    const AT: Timestamp = Timestamp(1_795_294_080_000);

    #[test]
    fn a_moment_is_said_in_words_and_told_to_the_browser() {
        let moments = [("time", AT, Exactly::Time)];
        let said = Sentence::dated(Texts::of(Language::English), "error-refusal-too-many-invitations", "", &moments);
        assert!(said.plain().ends_with("after 21 November 2026, 20:48 UTC."), "{}", said.plain());
        assert!(said.to_string().contains("<time datetime=\"2026-11-21T20:48:00Z\""), "{said}");
        let said = Sentence::dated(Texts::of(Language::Arabic), "error-refusal-too-many-invitations", "", &moments);
        assert!(said.plain().contains("21 نوفمبر 2026"), "{}", said.plain());
    }

    #[test]
    fn a_name_in_a_sentence_is_never_html() {
        let moments = [("date", AT, Exactly::Day), ("again", AT, Exactly::Day)];
        let texts = Texts::of(Language::English);
        let said = Sentence::dated(texts, "error-refusal-withdrawn", "<b>Ana\u{F8F0}</b>", &moments).to_string();
        assert!(said.contains("&lt;b&gt;Ana&lt;/b&gt;") && said.matches("<time").count() == 2, "{said}");
    }
}
