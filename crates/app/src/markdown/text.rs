//! The document as plain text in lines: lists and emphasis with their marks, quotes with `>`, code as it
//! is.

use super::address::Address;
use super::document::{Block, Document, Inline, Item, List, Table};

/// How links are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// What they are called.
    Names,
    /// What they are called, and where they lead.
    Addresses,
}

/// The text, without an empty line at its end.
pub(super) fn text(document: &Document, links: Links) -> String {
    lines(&document.0, links, Distance::Paragraphs).join("\n")
}

/// What stands between two blocks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Distance {
    Paragraphs,
    Nothing,
}

fn lines(blocks: &[Block], links: Links, distance: Distance) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for block in blocks {
        if distance == Distance::Paragraphs && !all.is_empty() {
            all.push(String::new());
        }
        match block {
            Block::Paragraph(inner) | Block::Heading(_, inner) => {
                all.extend(inline(inner, links).split('\n').map(|line| line.trim().to_owned()));
            }
            Block::Code(code) => all.extend(code.lines().map(|line| format!("    {line}"))),
            Block::Rule => all.push("----".to_owned()),
            Block::Quote(inner) => {
                let quoted = lines(inner, links, Distance::Paragraphs);
                all.extend(quoted.iter().map(|line| format!("> {line}").trim_end().to_owned()));
            }
            Block::List(list) => all.extend(list_lines(list, links)),
            Block::Table(table) => all.extend(table_lines(table, links)),
        }
    }
    all
}

fn list_lines(list: &List, links: Links) -> Vec<String> {
    let distance = if list.is_tight { Distance::Nothing } else { Distance::Paragraphs };
    let mut all: Vec<String> = Vec::new();
    for Item { number, blocks } in &list.items {
        if !list.is_tight && !all.is_empty() {
            all.push(String::new());
        }
        let mark = number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
        let inner = lines(blocks, links, distance);
        let indent = " ".repeat(mark.len());
        all.push(format!("{mark}{}", inner.first().map_or("", String::as_str)).trim_end().to_owned());
        all.extend(inner.iter().skip(1).map(|line| format!("{indent}{line}").trim_end().to_owned()));
    }
    all
}

fn table_lines(table: &Table, links: Links) -> Vec<String> {
    let row = |cells: &Vec<Vec<Inline>>| {
        let cells: Vec<_> = cells.iter().map(|cell| inline(cell, links).replace('\n', " ")).collect();
        cells.join(" | ").trim_end().to_owned()
    };
    table.rows.iter().map(row).collect()
}

/// What looks different on a page, with the marks that people write for it.
fn marked(text: &mut String, mark: &str, inner: &str) {
    for piece in [mark, inner, mark] {
        text.push_str(piece);
    }
}

fn inline(all: &[Inline], links: Links) -> String {
    let mut text = String::new();
    for inline_ in all {
        match inline_ {
            Inline::Text(piece) => text.push_str(piece),
            Inline::Break => text.push('\n'),
            Inline::Code(code) => marked(&mut text, "`", code),
            Inline::Emphasis(inner) => marked(&mut text, "*", &inline(inner, links)),
            Inline::Strong(inner) => marked(&mut text, "**", &inline(inner, links)),
            Inline::Struck(inner) => marked(&mut text, "~~", &inline(inner, links)),
            Inline::Link(Address { typed, .. }, inner) => {
                let name = inline(inner, links);
                let mut short =
                    ["mailto:", "http://", "https://"].iter().filter_map(|scheme| typed.strip_prefix(scheme));
                let says_where = name == *typed || short.any(|short| name == short);
                text.push_str(&name);
                if links == Links::Addresses && !says_where {
                    text.push_str(&format!(" <{typed}>"));
                }
            }
        }
    }
    text
}
