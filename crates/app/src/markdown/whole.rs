use super::document::Document;
use super::text::{Links, text};

/// The longest word after a fence that is a language and not what somebody wanted to say.
const LONGEST_LANGUAGE: usize = 12;

/// Whether every letter and digit of a source is shown, in order: a definition that no link uses, words behind a
/// fence, the title of a link and a cell too many are parsed, and shown nowhere.
///
/// What stands for something else may go: the number 1 or 0 of an item that is to be counted, the language of code, the
/// mark of a task and the name of a character.
pub(super) fn is_whole(source: &str, document: &Document) -> bool {
    let shown = text(document, Links::Addresses);
    let mut shown = shown.chars().filter(|character| character.is_alphanumeric());
    let mut lines = source.lines().flat_map(|line| without_names(words(line)));
    lines.all(|typed| shown.any(|character| character == typed))
}

/// A line without what its beginning stands for.
fn words(line: &str) -> &str {
    let is_mark = |character: char| character.is_whitespace() || matches!(character, '>' | '-' | '+' | '*');
    let line = line.trim_start_matches(is_mark);
    if let Some(rest) = line.strip_prefix(['0', '1'])
        && let Some(item) = rest.strip_prefix(['.', ')'])
    {
        return words(item);
    }
    if let Some(rest) = line.strip_prefix("[x]").or_else(|| line.strip_prefix("[X]")) {
        return rest;
    }
    let info = line.trim_start_matches(['`', '~']);
    let is_fence = line.len() - info.len() >= 3;
    if is_fence && is_language(info.trim()) { "" } else { line }
}

/// Whether a word is what a language is called in front of code.
fn is_language(word: &str) -> bool {
    word.len() <= LONGEST_LANGUAGE
        && word.chars().all(|character| character.is_ascii_alphanumeric() || "+#-_.".contains(character))
}

/// The letters and digits of a line, without the names of characters such as `&amp;`.
fn without_names(line: &str) -> impl Iterator<Item = char> {
    let mut rest = line;
    std::iter::from_fn(move || {
        loop {
            let character = rest.chars().next()?;
            if character == '&'
                && let Some((name, after)) = rest.split_once(';')
                && name.chars().skip(1).all(|character| character.is_ascii_alphanumeric() || character == '#')
            {
                rest = after;
                continue;
            }
            rest = rest.get(character.len_utf8()..).unwrap_or_default();
            if character.is_alphanumeric() {
                return Some(character);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::{render, to_text};

    #[test]
    fn what_would_be_shown_nowhere_is_shown_as_typed() {
        for typed in [
            "Who brings what:\n\n[Ana]: bread\n[Ben]: milk\n\nThanks!",
            "see below\n\n[1]: /street/12 \"gate code 4711\"",
            "``` remember the milk\nand bread",
            "```note for Ben\nx = 1\n```",
            "[here](https://e.org \"gate code 4711\") ok",
            "|name|\n|-|\n|Ana|0171 234|\n|Ben|",
            "007. Bond",
            "```überraschung\nx = 1\n```",
        ] {
            assert_eq!(to_text(typed).trim_end(), typed);
        }
    }

    #[test]
    fn what_stands_for_something_else_may_go() {
        for (typed, shown) in [
            ("1. one\n1. two", "<li>"),
            ("1. Ana\n3. Ben", "<li value=\"3\">"),
            ("3. Ana\n1. Ben", "<li value=\"1\">"),
            ("> 1. quoted", "<li>"),
            ("un*believ*able &amp; **b**old", "un<em>believ</em>able &amp; <strong>b</strong>old"),
            ("```rust\nlet x = 1;\n```", "<pre"),
            ("- [x] done\n- [ ] to do", "<li>"),
            ("[text](https://e.org/a_b?c=1&d=2)", "<a href="),
            ("|a|b|\n|-|-|\n|1|2|", "<table"),
        ] {
            let html = render(typed).html;
            assert!(html.contains(shown), "{html}");
        }
    }
}
