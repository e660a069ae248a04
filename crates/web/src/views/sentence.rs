//! A sentence of ours with moments in it.

use snug_domain::Timestamp;
use snug_texts::Times;
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
    pub fn dated(times: &Times, key: &str, name: &str, moments: &[(&str, Timestamp, Exactly)]) -> Self {
        let mut filled = times.texts().fill(key).with("name", name.replace(PLACES, ""));
        for ((name, ..), place) in moments.iter().zip(PLACES) {
            filled = filled.with(name, place.to_string());
        }
        let text = filled.to_string();
        let (mut plain, mut html) = (text.clone(), escaped(&text));
        for ((_, at, exactly), place) in moments.iter().zip(PLACES) {
            let words = match exactly {
                Exactly::Day => times.date(*at),
                Exactly::Time => times.long(*at),
            };
            let datetime = times.machine(*at);
            html = html.replace(place, &format!("<time datetime=\"{datetime}\">{}</time>", escaped(&words)));
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
    let Ok(escaped) = askama::filters::escape(text, askama::filters::Html);
    escaped.to_string()
}

#[cfg(test)]
mod tests {
    use super::{Exactly, Sentence};
    use snug_domain::Timestamp;
    use snug_domain::people::{Language, Zone};
    use snug_texts::{Texts, Times};

    const AT: Timestamp = Timestamp(1_795_294_080_000);

    fn times(language: Language, zone: &str) -> Times {
        Times::new(Texts::of(language), Zone::parse(zone).ok(), AT)
    }

    #[test]
    fn a_moment_is_said_in_words_and_in_the_zone_of_the_reader() {
        let moments = [("time", AT, Exactly::Time)];
        let say = |times: Times| Sentence::dated(&times, "error-refusal-too-many-invitations", "", &moments);
        let said = say(times(Language::English, "Europe/Paris"));
        assert!(said.plain().ends_with("after 21 November 2026, 21:48."), "{}", said.plain());
        assert!(said.to_string().contains("<time datetime=\"2026-11-21T21:48:00+01:00\">"), "{said}");
        let said = say(times(Language::English, "Nowhere"));
        assert!(said.plain().ends_with("after 21 November 2026, 20:48 UTC."), "{}", said.plain());
        let said = say(times(Language::Arabic, "Asia/Riyadh"));
        assert!(said.plain().contains("21 نوفمبر 2026، 23:48"), "{}", said.plain());
    }

    #[test]
    fn a_name_in_a_sentence_is_never_html() {
        let moments = [("date", AT, Exactly::Day), ("again", AT, Exactly::Day)];
        let times = times(Language::English, "Europe/Paris");
        let said = Sentence::dated(&times, "error-refusal-withdrawn", "<b>Ana\u{F8F0}</b>", &moments).to_string();
        assert!(said.contains("&#60;b&#62;Ana&#60;/b&#62;") && said.matches("<time").count() == 2, "{said}");
    }
}
