//! Handles that one takes for another, and what stands in a name like somebody's handle.

use super::{Handle, looks};
use crate::visible::is_mark;
use icu_properties::props::{EnumeratedProperty, GeneralCategory};
use unicode_normalization::UnicodeNormalization;

impl Handle {
    /// What it has in common with every handle that one could take for it: no signs between letters, digits as the
    /// letters they stand for, `i` and `l` as one. [`Handle::looks_like`] then says which of those it are.
    #[must_use]
    pub fn look(&self) -> String {
        self.read().replace(['1', 'i'], "l")
    }

    /// Whether one would take the two for each other: `ana_ruiz` for `ana.ruiz`, `b0b` for `bob`.
    #[must_use]
    pub fn looks_like(&self, other: &Self) -> bool {
        let (one, other) = (self.read(), other.read());
        let is_stroke = |character| matches!(character, '1' | 'i' | 'l');
        let alike = |(one, other): (char, char)| {
            one == other || ((one == '1' || other == '1') && is_stroke(one) && is_stroke(other))
        };
        one.chars().count() == other.chars().count() && one.chars().zip(other.chars()).all(alike)
    }

    /// The letters one reads. A `1` may be an `i` or an `l`.
    fn read(&self) -> String {
        let letter = |character| match character {
            '0' => 'o',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '7' => 't',
            '8' => 'b',
            other => other,
        };
        let letters: String = self.as_str().chars().filter(char::is_ascii_alphanumeric).map(letter).collect();
        letters.replace("rn", "m").replace("vv", "w")
    }
}

/// Whether a name has a word in it that begins with an @, as handles are written.
#[must_use]
pub(super) fn holds_handle(name: &str) -> bool {
    let name: String = name.nfkc().collect();
    name.split(|character: char| character.is_whitespace() || is_bracket(character)).any(|word| {
        let word = word.trim_start_matches(|character: char| character != '@' && !character.is_alphanumeric());
        word.starts_with('@') && word.chars().any(char::is_alphanumeric)
    })
}

/// The looks of what stands in a name like a handle: behind an @, in brackets, with a digit, or with a sign between
/// letters.
#[must_use]
pub(super) fn looks_within(name: &str) -> Vec<String> {
    let name: String = name.nfkc().collect();
    let behind_at = name.split('@').skip(1).filter_map(|rest| words(rest).next());
    let inside = |rest| str::split(rest, |character| is_bracket(character) && !opens(character)).next();
    let in_brackets = name.split(opens).skip(1).filter_map(inside).flat_map(words);
    let like_handles = words(&name).filter(|word| is_like_handle(word));
    behind_at.chain(in_brackets).chain(like_handles).flat_map(looks).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let divides = |character: char| {
        character.is_whitespace() || is_bracket(character) || matches!(character, '@' | ',' | ';' | '/' | '|')
    };
    text.split(divides).map(|word| word.trim_matches(|sign| !belongs(sign))).filter(|word| !word.is_empty())
}

/// Whether a word is written as handles are and names are not: `ana.ruiz`, `ana-ruiz`, `ana2`; but "Anne-Marie" and
/// "O’Neil" are names.
fn is_like_handle(word: &str) -> bool {
    let is_small = !word.chars().any(char::is_uppercase);
    let has_digit = word.chars().any(char::is_numeric) && word.chars().any(char::is_alphabetic);
    has_digit
        || word.chars().any(|sign| match sign {
            _ if belongs(sign) => false,
            '\'' | '\u{2019}' => false,
            _ => is_small || GeneralCategory::for_char(sign) != GeneralCategory::DashPunctuation,
        })
}

fn belongs(character: char) -> bool {
    character.is_alphanumeric() || is_mark(character)
}

fn opens(character: char) -> bool {
    character == '<' || GeneralCategory::for_char(character) == GeneralCategory::OpenPunctuation
}

fn is_bracket(character: char) -> bool {
    character == '>' || opens(character) || GeneralCategory::for_char(character) == GeneralCategory::ClosePunctuation
}

#[cfg(test)]
mod tests {
    use super::{holds_handle, looks_within};
    use crate::people::{Handle, looks};

    fn handle(text: &str) -> Handle {
        Handle::parse(text).expect("a handle")
    }

    #[test]
    fn handles_that_one_takes_for_each_other_look_alike() {
        for (one, other) in [
            ("ana.ruiz", "ana.ruiz"),
            ("ana.ruiz", "ana..ruiz"),
            ("ana.ruiz", "ana_ruiz"),
            ("ana.ruiz", "ana-ruiz"),
            ("ana.ruiz", "anaruiz"),
            ("ana.ruiz", "ana.ru1z"),
            ("ana.ruiz", "4na.ru1z"),
            ("bob", "b0b"),
            ("william", "w1111am"),
            ("riverside", "rivers1de"),
            ("emma", "ernma"),
            ("1van", "ivan"),
        ] {
            let (one, other) = (handle(one), handle(other));
            assert!(one.looks_like(&other) && other.looks_like(&one), "{one}, {other}");
            assert_eq!(one.look(), other.look(), "{one}, {other}");
        }
        for (one, other) in
            [("ana.ruiz", "ana.ruiz-2"), ("ana-2", "ana-3"), ("neil", "nell"), ("ana.ruiz", "ana.ruis"), ("al", "ai")]
        {
            let (one, other) = (handle(one), handle(other));
            assert!(!one.looks_like(&other) && !other.looks_like(&one), "{one}, {other}");
        }
    }

    #[test]
    fn a_name_with_a_word_behind_an_at_holds_a_handle() {
        for name in
            ["@ana.ruiz", "Ana Ruiz @ana.ruiz", "Ana (@ana)", "Ana ＠ana", "Ana ﹫ana", "Ana @аna", "Ana –@.ana"]
        {
            assert!(holds_handle(name), "{name}");
        }
        for name in ["Ana Ruiz", "Ana @ Riverside", "M@x", "@", "ana.ruiz", "Ana @ (night shift)"] {
            assert!(!holds_handle(name), "{name}");
        }
    }

    #[test]
    fn a_name_is_compared_with_the_handles_it_seems_to_hold() {
        for name in [
            "ana.ruiz (Ana)",
            "Ana (ana.ruiz)",
            "Ana [anaruiz]",
            "Ana Ruiz@ana.ruiz",
            "Ana @ ana_ruiz",
            "Zorro, ana-ruiz",
            "Zorro aпa.ruiz, аna.ruiz",
            "Zorro ana․ruiz",
        ] {
            assert!(looks_within(name).contains(&looks("ana.ruiz")[0]), "{name}: {:?}", looks_within(name));
        }
        for name in ["Ana Ruiz", "Anne-Marie O’Neil", "Ana Ruiz – Riverside", "سلمى حداد", "Ana Ruiz 2", "陳大文"]
        {
            assert!(looks_within(name).is_empty(), "{name}: {:?}", looks_within(name));
        }
    }
}
