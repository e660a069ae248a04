//! What a reader sees of a text: whether anything at all, and whether a line holds only characters that show.
//!
//! The one notion of it for messages, names and all other lines people write.

use icu_properties::props::{
    BinaryProperty, CanonicalCombiningClass, DefaultIgnorableCodePoint, Emoji, EmojiModifier, EnumeratedProperty,
    ExtendedPictographic, GeneralCategory, Ideographic, JoiningType, PrependedConcatenationMark,
};
use unicode_normalization::UnicodeNormalization;

/// Characters that Unicode counts among the visible ones, and whose glyph is empty: the blank of Braille, the two of
/// the hieroglyphs, the notehead without a head, and the place of an object that is not there.
const BLANK: [char; 5] = ['\u{2800}', '\u{13441}', '\u{13442}', '\u{1d159}', '\u{fffc}'];

/// Marks over and under one letter that are still read (UTS 39, section 5.4).
const MOST_MARKS: usize = 4;

const NON_JOINER: char = '\u{200c}';
const JOINER: char = '\u{200d}';
const EMOJI_SELECTOR: char = '\u{fe0f}';
const BLACK_FLAG: char = '\u{1f3f4}';
const END_OF_TAGS: char = '\u{e007f}';

/// Whether a text shows anything. White space, fillers, joiners, tags, and marks or variation selectors without a
/// letter to stand on show nothing, and what is of private use or not assigned shows nothing that one could know.
#[must_use]
pub fn has_visible(text: &str) -> bool {
    text.chars().any(is_visible)
}

/// Whether a character shows by itself.
#[must_use]
pub fn is_visible(character: char) -> bool {
    use GeneralCategory as Category;
    match Category::for_char(character) {
        Category::Control
        | Category::SpaceSeparator
        | Category::LineSeparator
        | Category::ParagraphSeparator
        | Category::NonspacingMark
        | Category::SpacingMark
        | Category::EnclosingMark
        | Category::PrivateUse
        | Category::Unassigned => false,
        Category::Format => PrependedConcatenationMark::for_char(character),
        _ => !DefaultIgnorableCodePoint::for_char(character) && !BLANK.contains(&character),
    }
}

/// Whether everything in a line shows, and stays in the line.
///
/// What shows nothing by itself is taken only where it changes what does: a joiner between letters that join or in an
/// emoji, a variation selector behind what it varies, at most four marks on one letter. Characters of private use and
/// those that Unicode has not assigned look different everywhere, or like nothing, and are not taken.
#[must_use]
pub fn is_legible_line(line: &str) -> bool {
    let characters: Vec<char> = line.chars().collect();
    let fits = |place: usize| {
        let (before, rest) = characters.split_at(place);
        match rest {
            [character, after @ ..] => fits_between(before, *character, after.first().copied()),
            [] => true,
        }
    };
    (0..characters.len()).all(fits) && !towers(line)
}

fn fits_between(before: &[char], character: char, after: Option<char>) -> bool {
    let previous = before.last().copied();
    match character {
        ' ' => true,
        NON_JOINER | JOINER => joins_letters(before, after) || (character == JOINER && joins_emoji(previous, after)),
        // The vowel separator of Mongolian, and the variants of its letters.
        '\u{180e}' => previous.is_some_and(is_mongolian) && after.is_some_and(is_mongolian),
        '\u{180b}'..='\u{180d}' | '\u{180f}' => previous.is_some_and(is_mongolian),
        '\u{fe0e}' | EMOJI_SELECTOR => previous.is_some_and(Emoji::for_char),
        '\u{fe00}'..='\u{fe0d}' | '\u{e0100}'..='\u{e01ef}' => previous.is_some_and(Ideographic::for_char),
        // The flags of England, Scotland and Wales.
        '\u{e0030}'..='\u{e007e}' => {
            previous.is_some_and(|previous| previous == BLACK_FLAG || is_tag(previous)) && after.is_some_and(is_tag)
        }
        END_OF_TAGS => previous.is_some_and(is_tag),
        _ if DefaultIgnorableCodePoint::for_char(character) => false,
        _ if is_mark(character) => previous.is_some_and(|previous| previous != ' '),
        _ => is_visible(character) && GeneralCategory::for_char(character) != GeneralCategory::Format,
    }
}

/// Whether a joiner or non-joiner here changes how letters look: beside a virama, or beside a letter of a script whose
/// letters join.
fn joins_letters(before: &[char], after: Option<char>) -> bool {
    let is_virama = |character| CanonicalCombiningClass::for_char(character) == CanonicalCombiningClass::Virama;
    let joins = |character| {
        use JoiningType as Joining;
        let joining = Joining::for_char(character);
        [Joining::DualJoining, Joining::LeftJoining, Joining::RightJoining, Joining::JoinCausing].contains(&joining)
    };
    let letter = before.iter().rev().copied().find(|character| !is_mark(*character));
    let Some(letter) = letter.filter(|letter| letter.is_alphabetic()) else { return false };
    let follows_virama = before.last().copied().is_some_and(is_virama);
    follows_virama
        || after.is_some_and(|after| is_virama(after) || (after.is_alphabetic() && (joins(letter) || joins(after))))
}

fn joins_emoji(previous: Option<char>, after: Option<char>) -> bool {
    let ends = |character| {
        ExtendedPictographic::for_char(character) || EmojiModifier::for_char(character) || character == EMOJI_SELECTOR
    };
    previous.is_some_and(ends) && after.is_some_and(ExtendedPictographic::for_char)
}

fn is_mongolian(character: char) -> bool {
    matches!(character, '\u{1820}'..='\u{18aa}' | '\u{180b}'..='\u{180d}' | '\u{180f}')
}

fn is_tag(character: char) -> bool {
    matches!(character, '\u{e0030}'..=END_OF_TAGS)
}

pub(crate) fn is_mark(character: char) -> bool {
    use GeneralCategory as Category;
    let category = Category::for_char(character);
    matches!(category, Category::NonspacingMark | Category::SpacingMark | Category::EnclosingMark)
}

/// Whether a letter carries more marks than stay in its line. A mark that takes a place of its own begins anew.
fn towers(line: &str) -> bool {
    use GeneralCategory as Category;
    let mut marks = 0;
    line.nfd().any(|character| {
        match Category::for_char(character) {
            _ if DefaultIgnorableCodePoint::for_char(character) => {}
            Category::NonspacingMark | Category::EnclosingMark => marks += 1,
            _ => marks = 0,
        }
        marks > MOST_MARKS
    })
}

#[cfg(test)]
mod tests {
    use super::{DefaultIgnorableCodePoint, has_visible, is_legible_line, is_mark, is_visible};
    use icu_properties::props::{BinaryProperty, EnumeratedProperty, GeneralCategory};
    use proptest::prelude::{any, prop, prop_assert, prop_assert_eq, proptest};

    fn invisible() -> Vec<char> {
        let all = '\0'..=char::MAX;
        all.filter(|character| !is_visible(*character)).collect()
    }

    fn hidden() -> Vec<char> {
        let all = '\0'..=char::MAX;
        all.filter(|character| DefaultIgnorableCodePoint::for_char(*character)).collect()
    }

    #[test]
    fn what_shows_nothing_by_itself_is_no_text() {
        for text in [
            "",
            " ",
            "\u{a0}\u{3000}",
            "\u{200b}",
            "\u{3164}",
            "\u{ffa0}",
            "\u{115f}\u{1160}",
            "\u{2800}",
            "\u{ad}",
            "\u{2060}",
            "\u{200d}",
            "\u{200c}",
            "\u{180e}",
            "\u{fe0f}",
            "\u{e0100}",
            "\u{e0041}\u{e007f}",
            "\u{ffff}",
            "\u{34f}",
            "\u{301}\u{302}",
            "\u{903}",
            "\u{20e3}",
            "\u{feff}",
            "\u{202e}",
            "\u{61c}",
            "\u{fffc}",
            "\u{13441}",
            "\u{1d159}",
            "\u{fdd0}",
            "\u{10ffff}",
            "\u{17b4}",
            "\u{1d173}",
            "\u{2028}",
            "\u{e000}",
            "\u{f8ff}",
            "\u{f0000}\u{10fffd}",
            "\u{378}",
            "\u{50000}",
            "\u{e000} \u{301}\u{378}",
        ] {
            assert!(!has_visible(text), "{text:?}");
        }
        for text in ["a", "é", "سلمى", "中", "…", "👩", "🫩", "\u{6dd}", "1\u{fe0f}\u{20e3}", "\u{3164}a", "\u{f8ff}a"]
        {
            assert!(has_visible(text), "{text:?}");
        }
    }

    #[test]
    fn a_joiner_or_a_selector_stays_where_it_changes_what_one_sees() {
        for line in [
            "علی\u{200c}رضا",
            "می\u{200c}خواهم",
            "سوء\u{200c}استفاده",
            "ශ\u{dca}\u{200d}ර\u{dd3}",
            "അനില\u{d4d}\u{200d}",
            "র\u{200d}\u{9cd}য",
            "क\u{94d}\u{200d}ष",
            "क\u{94d}\u{200c}ष",
            "👩\u{200d}👩\u{200d}👧",
            "🏳\u{fe0f}\u{200d}🌈",
            "👩🏽\u{200d}🚀",
            "❤\u{fe0f}\u{200d}🔥",
            "1\u{fe0f}\u{20e3}",
            "葛\u{e0100}城",
            "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
            "ᠰᠠᠷ\u{180e}ᠠ",
        ] {
            assert!(is_legible_line(line), "{line:?}");
        }
    }

    #[test]
    fn a_joiner_or_a_selector_that_changes_nothing_is_refused() {
        for line in [
            "A\u{200d}na",
            "A\u{200c}na",
            "Ana\u{200d}",
            "\u{200d}Ana",
            "А\u{200d}на",
            "علی\u{200c}",
            "علی\u{200d} رضا",
            "A\u{fe0f}na",
            "Ana\u{e0100}",
            "👩\u{200d}",
            "👩\u{200d}a",
            "Ana\u{e0061}\u{e007f}",
            "A\u{180e}na",
            "中\u{200d}文",
        ] {
            assert!(!is_legible_line(line), "{line:?}");
        }
    }

    #[test]
    fn letters_keep_the_marks_that_people_write() {
        for line in [
            "Nguye\u{302}\u{303}n",
            "Ng\u{1ec7}\u{300}",
            "مُحَمَّدٌ",
            "שָׁל\u{5d5}\u{5b9}ם",
            "ที่รัก",
            "བསྒྲུབས",
            "လျှို့ဝှက်",
            "ক্ষ্ম",
            "D\u{323}\u{307}",
            "Zoë O’Neil-Ruiz 3rd",
            "陳大文",
            "김민수",
        ] {
            assert!(is_legible_line(line), "{line:?}");
        }
    }

    #[test]
    fn a_line_that_towers_or_begins_with_a_mark_is_refused() {
        let marks = |count| "\u{301}".repeat(count);
        assert!(is_legible_line(&format!("A{}na", marks(4))));
        assert!(!is_legible_line(&format!("A{}na", marks(5))));
        assert!(!is_legible_line(&format!("\u{1ec7}{}", marks(3))), "a composed letter brings marks along");
        assert!(!is_legible_line(&format!("क\u{94d}\u{200d}{}", marks(4))), "a joiner does not begin anew");
        for line in ["\u{301}Ana", "Ana \u{301}Ruiz", "\u{489}", "Ana \u{903}"] {
            assert!(!is_legible_line(line), "{line:?}");
        }
    }

    #[test]
    fn no_character_that_shows_nothing_or_differs_everywhere_stands_between_latin_letters() {
        // From here on there is nothing but what is unassigned and of private use.
        let assigned = ('\0'..='\u{323ff}').chain('\u{e0000}'..='\u{e0fff}');
        for character in assigned.filter(|character| *character != ' ') {
            let line = format!("A{character}n");
            let category = GeneralCategory::for_char(character);
            let shows = is_visible(character) || is_mark(character);
            let is_hidden = DefaultIgnorableCodePoint::for_char(character) || category == GeneralCategory::Format;
            assert_eq!(is_legible_line(&line), shows && !is_hidden, "{line:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_and_nothing_is_nothing(characters in prop::collection::vec(prop::sample::select(invisible()), 0..40)) {
            prop_assert!(!has_visible(&characters.into_iter().collect::<String>()));
        }

        #[test]
        fn what_shows_nothing_makes_no_difference(text in any::<String>(), character in prop::sample::select(invisible())) {
            prop_assert_eq!(has_visible(&text), has_visible(&format!("{character}{text}{character}")));
        }

        #[test]
        fn nothing_hides_in_a_line_of_latin_letters(
            (before, after) in ("[A-Za-z ]{0,10}[a-z]", "[a-z][A-Za-z ]{0,10}"),
            hidden in prop::collection::vec(prop::sample::select(hidden()), 1..5),
        ) {
            let hidden: String = hidden.into_iter().collect();
            for line in [format!("{before}{hidden}{after}"), format!("{before}{hidden}"), format!("{hidden}{after}")] {
                prop_assert!(!is_legible_line(&line), "{line:?}");
            }
        }

        #[test]
        fn a_legible_line_with_anything_in_it_shows_something(line in any::<String>()) {
            prop_assert!(!is_legible_line(&line) || line.trim_matches(' ').is_empty() || has_visible(&line));
        }
    }
}
