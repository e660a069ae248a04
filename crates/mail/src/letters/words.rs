//! A sentence of ours with names in it, as it stands in plain text and in HTML.

use snug_domain::people::Language;
use snug_texts::Texts;
use std::fmt;
use unicode_bidi::{BidiClass, bidi_class};

/// Around a name, until the sentence is written: of no script, and in none of our texts.
const BEGIN: char = '\u{F8F2}';
const END: char = '\u{F8F3}';

/// A name that goes into a sentence.
pub(super) fn name(name: &str) -> String {
    format!("{BEGIN}{}{END}", name.replace([BEGIN, END], ""))
}

/// A sentence with names. A name whose letters run against the text is kept from turning it around (Unicode UAX #9,
/// first strong isolate); nothing is added elsewhere, for some mail programs show what they do not know as a box.
#[derive(Clone)]
pub(super) struct Words {
    language: Language,
    marked: String,
}

impl Words {
    /// This text, in which each name was marked by [`name`].
    pub(super) fn new(texts: Texts, marked: impl fmt::Display) -> Self {
        Self { language: texts.language(), marked: marked.to_string() }
    }

    /// For a text part.
    pub(super) fn plain(&self) -> String {
        self.written(str::to_owned, ("\u{2068}", "\u{2069}"))
    }

    /// For a subject: without any mark.
    pub(super) fn bare(&self) -> String {
        self.marked.replace([BEGIN, END], "")
    }

    fn written(&self, escape: impl Fn(&str) -> String, (open, close): (&str, &str)) -> String {
        let mut written = String::new();
        for part in self.marked.split(BEGIN) {
            match part.split_once(END) {
                Some((name, rest)) if runs_against(self.language, name) => {
                    written.extend([open, &escape(name), close, &escape(rest)]);
                }
                Some((name, rest)) => written.extend([escape(name), escape(rest)]),
                None => written.push_str(&escape(part)),
            }
        }
        written
    }
}

/// As HTML, escaped.
impl fmt::Display for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.written(escaped, ("<bdi>", "</bdi>")))
    }
}

impl askama::filters::HtmlSafe for Words {}

fn runs_against(language: Language, name: &str) -> bool {
    name.chars().any(|character| match bidi_class(character) {
        BidiClass::L => language.direction() == "rtl",
        BidiClass::R | BidiClass::AL => language.direction() == "ltr",
        _ => false,
    })
}

fn escaped(text: &str) -> String {
    let Ok(escaped) = askama::filters::escape(text, askama::filters::Html);
    escaped.to_string()
}

#[cfg(test)]
mod tests {
    use super::{Words, name};
    use snug_domain::people::Language;
    use snug_texts::Texts;

    #[test]
    fn a_name_is_isolated_only_where_it_runs_against_the_text() {
        let say = |language, of: &str| Words::new(Texts::of(language), format!("<{}>", name(of)));
        let (english, arabic) = (Language::English, Language::Arabic);
        for (language, of) in [(english, "Deniz Aydın"), (arabic, "سلمى حداد"), (arabic, "123")] {
            assert_eq!(say(language, of).plain(), format!("<{of}>"));
            assert_eq!(say(language, of).to_string(), format!("&#60;{of}&#62;"));
        }
        for (language, of) in [(english, "سلمى"), (arabic, "Deniz"), (english, "Ana سلمى")] {
            assert_eq!(say(language, of).plain(), format!("<\u{2068}{of}\u{2069}>"));
            assert_eq!(say(language, of).to_string(), format!("&#60;<bdi>{of}</bdi>&#62;"));
            assert_eq!(say(language, of).bare(), format!("<{of}>"));
        }
        assert_eq!(say(english, "\u{F8F3}<b>\u{F8F2}Ana").to_string(), "&#60;&#60;b&#62;Ana&#62;");
    }
}
