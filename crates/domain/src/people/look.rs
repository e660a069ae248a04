//! The look of a name: two names with a look in common cannot be told apart at a glance.

use super::Handle;
use super::handle_look::looks_within;
use crate::visible::is_mark;
use icu_properties::props::{BinaryProperty, DefaultIgnorableCodePoint, EnumeratedProperty, GeneralCategory, Script};
use icu_properties::script::ScriptWithExtensions;
use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

/// Small capitals of Latin, and their letters: Unicode does not take them apart.
const SMALL_CAPITALS: (&str, &str) = ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz");
/// The A of the alphabets in circles, in squares and of flags that Unicode does not take apart.
const ALPHABETS: [char; 3] = ['\u{1f150}', '\u{1f170}', '\u{1f1e6}'];
/// The one of the numbers in circles that Unicode does not take apart, each up to ten.
const NUMBERS: [char; 4] = ['\u{2776}', '\u{2780}', '\u{278a}', '\u{24f5}'];
/// Scripts whose names are read without their marks and modifier letters: accents, vowel signs, hamzas, points. In
/// every other script they are letters like any other.
const READ_WITHOUT_MARKS: [Script; 8] = [
    Script::Common,
    Script::Inherited,
    Script::Latin,
    Script::Greek,
    Script::Cyrillic,
    Script::Arabic,
    Script::Hebrew,
    Script::Syriac,
];

/// The part of a person that has a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LookOf {
    /// The whole name. It is compared with the names and handles of others.
    Name,
    /// A part of the name that is written like a handle. It is compared with the handles of others.
    PartOfName,
    /// The handle.
    Handle,
}

/// The looks of a person's name and handle.
#[must_use]
pub fn looks_of_person(name: &str, handle: &Handle) -> Vec<(LookOf, String)> {
    let of = |of: LookOf| move |look| (of, look);
    let mut all: Vec<(LookOf, String)> = looks(name).into_iter().map(of(LookOf::Name)).collect();
    all.extend(looks_within(name).into_iter().map(of(LookOf::PartOfName)));
    all.extend(looks(handle.as_str()).into_iter().map(of(LookOf::Handle)));
    all.sort_unstable();
    all.dedup();
    all
}

/// The looks of a name, one to four: its skeleton by UTS 39 without case, accents, spaces and signs.
///
/// Two, because case and likeness do not commute: a capital I looks like a small l, and yet "IVAN" and "ivan" are one
/// name. So one look folds the case after the likeness is taken, and one before. Twice that where there are raised
/// letters, or signs made of letters: `Ana™` is taken for "Ana" as for "AnaTM".
#[must_use]
pub fn looks(name: &str) -> Vec<String> {
    let passed_over: String = name.chars().filter(|character| !is_passed_over(*character)).collect();
    let readings = [name, &passed_over].into_iter().map(letters).filter(|letters| !letters.is_empty());
    let mut looks: Vec<String> = readings.flat_map(|letters| looks_of(&letters)).collect();
    if looks.is_empty() {
        // A name of nothing but signs looks like those signs.
        looks.extend(looks_of(&shown(name).split_whitespace().collect::<String>()));
    }
    looks.sort_unstable();
    looks.dedup();
    looks
}

fn looks_of(letters: &str) -> [String; 2] {
    let letters = without_marks(letters);
    let likeness_first: String = skeleton(&letters).collect();
    [folded(&likeness_first), folded(&letters)]
}

fn folded(text: &str) -> String {
    let likeness = skeleton(&text.to_lowercase()).collect::<String>();
    // A letter of Cherokee looks like a small capital.
    without_marks(&skeleton(&spelt(&likeness)).collect::<String>().to_lowercase())
}

/// What one sees of a text, each letter as it is written without ornament.
fn shown(text: &str) -> String {
    spelt(text).nfkd().filter(|character| !DefaultIgnorableCodePoint::for_char(*character)).collect()
}

fn letters(text: &str) -> String {
    shown(text).chars().filter(|character| counts(*character)).collect()
}

/// Whether a character is a letter or a digit, belongs to one, or looks like one.
fn counts(character: char) -> bool {
    let looks_like_one = || skeleton(character.encode_utf8(&mut [0; 4])).any(char::is_alphanumeric);
    character.is_alphanumeric() || is_mark(character) || looks_like_one()
}

/// Whether a character is raised, or a sign, which can be made of letters: `²`, `™`, `Ⓐ`, a flag.
fn is_passed_over(character: char) -> bool {
    let is_raised_number = matches!(character, '²' | '³' | '¹' | '\u{2070}'..='\u{209f}');
    let category = GeneralCategory::for_char(character);
    is_raised_number
        || category == GeneralCategory::OtherSymbol
        || (category == GeneralCategory::ModifierLetter && is_read_without_marks(character))
}

/// Letters and numbers that Unicode does not take apart, taken apart.
fn spelt(text: &str) -> String {
    let (small_capitals, letters) = SMALL_CAPITALS;
    let mut spelt = String::with_capacity(text.len());
    for character in text.chars() {
        let place =
            |first: char, count: u32| u32::from(character).checked_sub(u32::from(first)).filter(|place| *place < count);
        let letter = |place| char::from_u32(u32::from('A') + place);
        if let Some(letter) = ALPHABETS.iter().find_map(|first| place(*first, 26)).and_then(letter) {
            spelt.push(letter);
        } else if let Some(number) = NUMBERS.iter().find_map(|first| place(*first, 10)) {
            spelt.push_str(&(number + 1).to_string());
        } else {
            let known = small_capitals.chars().zip(letters.chars()).find(|(small, _)| *small == character);
            spelt.push(known.map_or(character, |(_, letter)| letter));
        }
    }
    spelt
}

/// Without the marks and modifier letters that people leave out or do not look at.
fn without_marks(text: &str) -> String {
    let mut is_on_such = false;
    let bare: String = text
        .nfd()
        .filter(|character| {
            if is_mark(*character) || GeneralCategory::for_char(*character) == GeneralCategory::ModifierLetter {
                return !is_on_such && !is_read_without_marks(*character);
            }
            is_on_such = is_read_without_marks(*character);
            true
        })
        .collect();
    if bare.is_empty() { text.to_owned() } else { bare }
}

fn is_read_without_marks(character: char) -> bool {
    let scripts = ScriptWithExtensions::new().get_script_extensions_val(character);
    READ_WITHOUT_MARKS.iter().any(|script| scripts.contains(script))
}

#[cfg(test)]
mod tests {
    use super::looks;
    use proptest::prelude::{any, prop, prop_assert, proptest};

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
            ("محمد", "محـــمد"),
            ("علی\u{200c}رضا", "علیرضا"),
            ("Łukasz", "Lukasz"),
            ("🦊", "🦊\u{fe0f}"),
        ] {
            assert!(alike(one, other), "{one} {:?}, {other} {:?}", looks(one), looks(other));
        }
    }

    #[test]
    fn letters_written_with_ornament_look_like_the_letters() {
        for ornate in [
            "ⒶⓃⒶ ⓇⓊⒾⓏ",
            "ⓐⓝⓐ ruiz",
            "🅐🅝🅐 🅡🅤🅘🅩",
            "🄰🄽🄰 🅁🅄🄸🅉",
            "🅰🅽🅰 🆁🆄🅸🆉",
            "🇦🇳🇦 🇷🇺🇮🇿",
            "⒜⒩⒜ Ruiz",
            "ᴀɴᴀ ʀᴜɪᴢ",
            "Ꭺna Ruiz",
            "ꭺna Ruiz",
            "ᴬna Ruiz",
            "Aⁿa Ruiz",
            "Anₐ Ruiz",
            "Anª Ruiz",
            "Anaˈ Ruizˑ",
            "Ana Ruiz™",
            "Ana Ruiz²",
            "Ana Ruizʰ",
            "Ana 🇪🇸 Ruiz",
            "A\u{20dd}n\u{20e3}a\u{489} Ruiz",
        ] {
            assert!(alike("Ana Ruiz", ornate), "{ornate} {:?}", looks(ornate));
        }
        assert!(alike("Emma", "ᴇᴍᴍᴀ") && alike("Ben 1", "Ben ❶") && alike("Ben 2", "Ben ➁"));
    }

    #[test]
    fn names_that_can_be_told_apart_do_not() {
        for (one, other) in [
            ("Ana Ruiz", "Ana Ruis"),
            ("Ana Ruiz", "Anna Ruiz"),
            ("Neil Hall", "Nell Hail"),
            ("राम", "रमा"),
            ("か", "が"),
            ("セーラ", "セラ"),
            ("สมๆ", "สม"),
            ("김민수", "김민주"),
            ("سلمى", "سليم"),
            ("🦊", "🐻"),
            ("🇪🇸", "🇫🇷"),
            ("Ben 1", "Ben 2"),
            ("Ben ①", "Ben ②"),
        ] {
            assert!(!alike(one, other), "{one} {:?}, {other} {:?}", looks(one), looks(other));
        }
    }

    /// Every mark, but those that join two letters to one.
    fn marks() -> Vec<char> {
        ('\0'..=char::MAX).filter(|character| super::is_mark(*character)).collect()
    }

    proptest! {
        #[test]
        fn every_name_looks_like_itself_whatever_its_case(name in any::<String>()) {
            prop_assert!(alike(&name, &name));
            let latin: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            prop_assert!(alike(&latin, &latin.to_uppercase()) && alike(&latin, &latin.to_lowercase()));
        }

        #[test]
        fn no_mark_tells_two_names_apart(
            name in "[A-Za-zα-ωА-я]{2,8}", mark in prop::sample::select(marks()), place in 1_usize..8,
        ) {
            let mut marked: Vec<char> = name.chars().collect();
            marked.insert(place.min(marked.len()), mark);
            let marked: String = marked.into_iter().collect();
            prop_assert!(alike(&name, &marked), "{name} {:?}, {marked:?} {:?}", looks(&name), looks(&marked));
        }
    }
}
