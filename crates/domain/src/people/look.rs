//! What a name looks like: two names with a look in common cannot be told apart at a glance.

use crate::visible::is_mark;
use icu_properties::props::{BinaryProperty, DefaultIgnorableCodePoint};
use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

/// The looks of a name, one or two: its skeleton by UTS 39 without case, accents, spaces and signs.
///
/// Two, because case and likeness do not commute: a capital I looks like a small l, and yet "IVAN" and "ivan" are one
/// name. So one look folds the case after the likeness is taken, and one before.
#[must_use]
pub fn looks(name: &str) -> Vec<String> {
    let shown: String = name.nfd().filter(|character| !DefaultIgnorableCodePoint::for_char(*character)).collect();
    let letters: String = shown.chars().filter(|character| counts(*character)).collect();
    // A name of nothing but signs looks like those signs.
    let letters = without_accents(&if letters.is_empty() { shown.split_whitespace().collect() } else { letters });
    let likeness_first = skeleton(&letters).collect::<String>();
    let mut looks = vec![folded(&likeness_first), folded(&letters)];
    looks.dedup();
    looks
}

fn folded(text: &str) -> String {
    without_accents(&skeleton(&text.to_lowercase()).collect::<String>().to_lowercase())
}

/// Whether a character is a letter or a digit, belongs to one, or looks like one.
fn counts(character: char) -> bool {
    let looks_like_one = || skeleton(character.encode_utf8(&mut [0; 4])).any(char::is_alphanumeric);
    character.is_alphanumeric() || is_mark(character) || looks_like_one()
}

/// Without the marks that people leave out or do not look at: accents of Latin, Greek and Cyrillic letters, vowel
/// signs and hamzas of Arabic, points of Hebrew. Those of other scripts are letters like any other.
fn without_accents(text: &str) -> String {
    let is_accent = |character: &char| matches!(character, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}');
    let bare: String = text.nfd().filter(|character| !is_accent(character)).collect();
    if bare.is_empty() { text.to_owned() } else { bare }
}

#[cfg(test)]
mod tests {
    use super::looks;
    use proptest::prelude::{any, prop_assert, proptest};

    fn alike(one: &str, other: &str) -> bool {
        let other = looks(other);
        looks(one).iter().any(|look| other.contains(look))
    }

    #[test]
    fn names_that_cannot_be_told_apart_at_a_glance_look_alike() {
        for (one, other) in [
            ("Ana Ruiz", "Аnа Ruіz"),
            ("Ana Ruiz", "ANA  RUIZ"),
            ("Ana Ruiz", "Ana Ruíz"),
            ("Ana Ruiz", "Ana\u{301} Ruiz"),
            ("Ana Ruiz", "AnaRuiz"),
            ("Ana Ruiz", "Ana-Ruiz ✓"),
            ("Ana Ruiz", "Ａｎａ Ｒｕｉｚ"),
            ("Ana Ruiz", "𝐀𝐧𝐚 𝑅𝑢𝑖𝑧"),
            ("Ivan Petrov", "lvan Petrov"),
            ("Ivan Petrov", "ivan petrov"),
            ("IVAN PETROV", "|VAN PETR0V"),
            ("Emma", "Ernrna"),
            ("Bob", "B0b"),
            ("Анна Орлова", "АННА ОРЛОВА"),
            ("АННА", "AHHA"),
            ("Андрей", "Андреи"),
            ("أحمد علي", "احمد علي"),
            ("مُحَمَّد", "محمد"),
            ("علی\u{200c}رضا", "علیرضا"),
            ("Łukasz", "Lukasz"),
            ("🦊", "🦊\u{fe0f}"),
        ] {
            assert!(alike(one, other), "{one} {:?}, {other} {:?}", looks(one), looks(other));
        }
    }

    #[test]
    fn names_that_can_be_told_apart_do_not() {
        for (one, other) in [
            ("Ana Ruiz", "Ana Ruis"),
            ("Ana Ruiz", "Anna Ruiz"),
            ("Neil Hall", "Nell Hail"),
            ("राम", "रमा"),
            ("か", "が"),
            ("김민수", "김민주"),
            ("سلمى", "سليم"),
            ("🦊", "🐻"),
            ("Ben 1", "Ben 2"),
        ] {
            assert!(!alike(one, other), "{one} {:?}, {other} {:?}", looks(one), looks(other));
        }
    }

    proptest! {
        #[test]
        fn every_name_looks_like_itself_whatever_its_case(name in any::<String>()) {
            prop_assert!(alike(&name, &name));
            let latin: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            prop_assert!(alike(&latin, &latin.to_uppercase()) && alike(&latin, &latin.to_lowercase()));
        }
    }
}
