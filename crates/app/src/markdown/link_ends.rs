//! Where a link that was typed as it is ends. For the parser it goes on to the next white space,
//! but a sentence in Chinese or Arabic goes on without one: `https://example.org、と`.

use icu_properties::props::{EnumeratedProperty, GeneralCategory};
use std::borrow::Cow;

/// A character that is none: nobody has typed it, and it shows nothing.
const NO_CHARACTER: char = '\u{fdd0}';

/// A tab ends the parser's links, and a character that is none tells ours from others. It is set
/// where a link ends, and taken out of the parsed document again.
pub(super) const MARK: &str = "\t\u{fdd0}";

/// The source with a mark before each punctuation beyond ASCII that ends a link. It goes without
/// that character if it came with it.
pub(super) fn mark_link_ends(source: &str) -> Cow<'_, str> {
    if source.contains(NO_CHARACTER) {
        let source = source.replace(NO_CHARACTER, "");
        return Cow::Owned(mark_link_ends(&source).into_owned());
    }
    if source.is_ascii() {
        return Cow::Borrowed(source);
    }
    let mut begins: Vec<_> = ["://", "www."].into_iter().flat_map(|begin| source.match_indices(begin)).collect();
    begins.sort_unstable();
    let mut marked = String::new();
    let (mut copied, mut from) = (0, 0);
    for (begin, _) in begins {
        if begin < from {
            continue;
        }
        let (before, link) = source.split_at(begin);
        let ends = |character: char| character.is_ascii_whitespace() || character == '<' || ends_link(character);
        let Some(end) = link.find(ends).map(|length| begin + length) else { break };
        from = end;
        let is_punctuation = source.get(end..).and_then(|rest| rest.chars().next()).is_some_and(ends_link);
        if is_punctuation && !is_destination(before.trim_end_matches(|letter: char| letter.is_ascii_alphabetic())) {
            marked.push_str(source.get(copied..end).unwrap_or_default());
            marked.push_str(MARK);
            copied = end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(source);
    }
    marked.push_str(source.get(copied..).unwrap_or_default());
    Cow::Owned(marked)
}

/// Whether what follows is the address of a link in brackets, or inside another address.
fn is_destination(before: &str) -> bool {
    let before_space = before.trim_end_matches([' ', '\n', '\t']);
    before_space.ends_with("](")
        || before_space.ends_with("]:")
        || before.ends_with(['<', '=', '/', '?', '&', '%', '#', ':', '.', '+', '-', '"'])
}

/// Whether a character is punctuation that no address goes on behind. Dashes, the apostrophe and
/// the dots between names stand in addresses as browsers show them.
fn ends_link(character: char) -> bool {
    use GeneralCategory as Category;
    if character.is_ascii() || matches!(character, '\u{b7}' | '\u{2019}' | '\u{30fb}' | '\u{ff65}') {
        return false;
    }
    let is_full_width = matches!(
        character,
        '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff64}'
    );
    is_full_width
        || matches!(
            Category::for_char(character),
            Category::OpenPunctuation
                | Category::ClosePunctuation
                | Category::InitialPunctuation
                | Category::FinalPunctuation
                | Category::OtherPunctuation
                | Category::SpaceSeparator
        )
}

#[cfg(test)]
mod tests {
    use super::mark_link_ends;

    fn marked(source: &str) -> String {
        mark_link_ends(source).replace(super::MARK, "|")
    }

    #[test]
    fn punctuation_beyond_ascii_ends_a_link() {
        assert_eq!(
            marked("見て https://example.org/a、とhttps://example.org。"),
            "見て https://example.org/a|、とhttps://example.org|。"
        );
        assert_eq!(marked("（www.example.org）を"), "（www.example.org|）を");
        assert_eq!(marked("انظر https://example.org، ثم"), "انظر https://example.org|، ثم");
        assert_eq!(marked("“https://example.org”"), "“https://example.org|”");
    }

    #[test]
    fn what_is_no_character_changes_nothing() {
        assert_eq!(marked("\u{fdd0}https://exa\u{fdd0}mple.org、と"), "https://example.org|、と");
        assert_eq!(marked("x\t\u{fdd0}y"), "x\ty");
    }

    #[test]
    fn an_address_in_brackets_is_whole() {
        for whole in [
            "[a](https://example.org/、)",
            "<https://example.org/、>",
            "[1]: https://example.org/、",
            "x、y",
            "https://ja.wikipedia.org/wiki/ジョン・スミス",
        ] {
            assert_eq!(marked(whole), whole);
        }
    }
}
