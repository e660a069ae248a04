//! The first words of a message, in one line.

use super::cut::begin_of_line;
use super::document::{Block, Document, Inline, Item, each_inline_text};

/// Characters of the first words.
const MOST: usize = 200;

/// The first words; with an ellipsis where something was left out.
pub(super) fn excerpt(document: &Document) -> String {
    let line = line(document);
    begin_of_line(&line, MOST).map_or(line.clone(), |begin| format!("{begin}…"))
}

/// The whole message in one line. Numbers of lists stay: `2024. A good year` is one to Markdown.
pub(super) fn line(document: &Document) -> String {
    let mut text = String::new();
    blocks(&mut text, &document.0);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn blocks(text: &mut String, all: &[Block]) {
    for block in all {
        match block {
            Block::Paragraph(inner) | Block::Heading(_, inner) => inlines(text, inner),
            Block::Code(code) => text.push_str(code),
            Block::Rule => {}
            Block::Quote(inner) => blocks(text, inner),
            Block::List(list) => {
                for Item { number, blocks: inner } in &list.items {
                    if let Some(number) = number {
                        text.push_str(&format!("{number}. "));
                    }
                    blocks(text, inner);
                }
            }
            Block::Table(table) => {
                for cell in table.rows.iter().flatten() {
                    inlines(text, cell);
                    text.push(' ');
                }
            }
        }
        text.push(' ');
    }
}

fn inlines(text: &mut String, all: &[Inline]) {
    each_inline_text(all, &mut |piece| text.push_str(piece));
}
