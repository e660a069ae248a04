//! Who is named in a message: `@ben`.

use super::document::{Block, Document, Inline};
use snug_domain::people::Handle;

/// As many as are looked for.
const MOST: usize = 50;

/// The handles named in what its writer says, each once: not in code, nor in what they quote.
pub(super) fn named(document: &Document) -> Vec<Handle> {
    let mut named = Vec::new();
    blocks(&mut named, &document.0);
    named
}

fn blocks(named: &mut Vec<Handle>, all: &[Block]) {
    for block in all {
        match block {
            Block::Paragraph(inner) | Block::Heading(_, inner) => inlines(named, inner),
            Block::Code(_) | Block::Rule | Block::Quote(_) => {}
            Block::List(list) => list.items.iter().for_each(|item| blocks(named, &item.blocks)),
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| inlines(named, cell)),
        }
    }
}

fn inlines(named: &mut Vec<Handle>, all: &[Inline]) {
    for inline in all {
        match inline {
            Inline::Text(text) => find(named, text),
            Inline::Code(_) | Inline::Break => {}
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) | Inline::Link(_, inner) => {
                inlines(named, inner);
            }
        }
    }
}

fn find(named: &mut Vec<Handle>, text: &str) {
    let mut before = None;
    for (place, sign) in text.char_indices() {
        // Within a word it is an address.
        if sign == '@' && !before.is_some_and(char::is_alphanumeric) {
            let rest = text.get(place + 1..).unwrap_or_default();
            let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && !".-_".contains(sign));
            let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
            // A full stop behind it ends the sentence.
            if let Ok(handle) = Handle::parse(word.trim_end_matches(['.', '-', '_']))
                && named.len() < MOST
                && !named.contains(&handle)
            {
                named.push(handle);
            }
        }
        before = Some(sign);
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::render;

    fn named(text: &str) -> Vec<String> {
        render(text).named.iter().map(|handle| handle.as_str().to_owned()).collect()
    }

    #[test]
    fn who_is_named_is_found_in_what_one_says() {
        assert_eq!(named("@ben, have you met @Ana.Ruiz? **@lena-3** has. @ben!"), ["ben", "ana.ruiz", "lena-3"]);
        assert_eq!(named("- ask @ben.\n- or (@cleo)"), ["ben", "cleo"]);
        assert_eq!(named("اسأل @salma عن ذلك"), ["salma"]);
    }

    #[test]
    fn an_address_a_quote_and_code_name_nobody() {
        for text in ["ben@example.org", "> @ben said so\n\nYes", "`@ben`", "    @ben\n", "@", "@@", "@b", "a@ben"] {
            assert_eq!(named(text), [""; 0], "{text}");
        }
    }
}
