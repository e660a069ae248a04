//! The document as HTML. Each paragraph has the direction of its own words.

use super::document::{Block, Document, Inline, Item, List, Side, Table, each_text};
use std::fmt::Write;
use unicode_bidi::{BidiClass, bidi_class};

/// The HTML, yet to be cleaned.
pub(super) fn html(document: &Document) -> String {
    let mut html = String::new();
    blocks(&mut html, &document.0);
    html
}

fn blocks(html: &mut String, all: &[Block]) {
    for block in all {
        match block {
            Block::Paragraph(inner) => element(html, "p", inner),
            Block::Heading(level, inner) => element(html, heading(*level), inner),
            Block::Code(code) => {
                html.push_str("<pre><code>");
                // A line end at the very beginning is none to HTML.
                if code.starts_with('\n') {
                    html.push('\n');
                }
                escape(html, code);
                html.push_str("</code></pre>\n");
            }
            Block::Rule => html.push_str("<hr>\n"),
            Block::Quote(inner) => {
                open(html, "blockquote", inner);
                html.push('\n');
                blocks(html, inner);
                html.push_str("</blockquote>\n");
            }
            Block::List(inner) => list(html, inner, block),
            Block::Table(inner) => table(html, inner, block),
        }
    }
}

/// The page has its own first and second heading.
fn heading(level: u8) -> &'static str {
    match level {
        1 => "h3",
        2 => "h4",
        3 => "h5",
        _ => "h6",
    }
}

fn element(html: &mut String, name: &str, inner: &[Inline]) {
    let _ = write!(html, "<{name} dir=\"auto\">");
    inlines(html, inner);
    let _ = writeln!(html, "</{name}>");
}

/// The tag of an element that holds blocks. With `auto` it would look past what has a direction
/// of its own, which is all it holds.
fn open(html: &mut String, name: &str, inner: &[Block]) {
    let _ = write!(html, "<{name}");
    if let Some(direction) = direction(inner) {
        let _ = write!(html, " dir=\"{direction}\"");
    }
    html.push('>');
}

/// The direction of the first letter that has one.
fn direction(inner: &[Block]) -> Option<&'static str> {
    let mut direction = None;
    each_text(inner, &mut |text| {
        if direction.is_none() {
            direction = text.chars().find_map(|character| match bidi_class(character) {
                BidiClass::L => Some("ltr"),
                BidiClass::R | BidiClass::AL => Some("rtl"),
                _ => None,
            });
        }
    });
    direction
}

fn list(html: &mut String, list: &List, block: &Block) {
    let direction = direction(std::slice::from_ref(block)).map(|is| format!(" dir=\"{is}\"")).unwrap_or_default();
    let first = list.items.first().and_then(|item| item.number);
    let name = if let Some(first) = first {
        html.push_str("<ol");
        if first != 1 {
            let _ = write!(html, " start=\"{first}\"");
        }
        let last = list.items.iter().filter_map(|item| item.number).max().unwrap_or(first);
        let digits = last.to_string().len();
        if digits > 2 {
            let _ = write!(html, " class=\"digits-{digits}\"");
        }
        "ol"
    } else {
        html.push_str("<ul");
        "ul"
    };
    let _ = writeln!(html, "{direction}>");
    let mut next = first;
    for Item { number, blocks: inner } in &list.items {
        match number {
            Some(number) if next != Some(*number) => drop(write!(html, "<li value=\"{number}\">")),
            _ => html.push_str("<li>"),
        }
        next = number.map(|number| number.saturating_add(1));
        let mut before: Option<&Block> = None;
        for block in inner {
            match (before, block) {
                (Some(Block::Paragraph(_)), Block::Paragraph(inner)) if list.is_tight => {
                    html.push_str("<br>\n");
                    inlines(html, inner);
                }
                (_, Block::Paragraph(inner)) if list.is_tight => inlines(html, inner),
                (None | Some(Block::Paragraph(_)), block) => {
                    html.push('\n');
                    blocks(html, std::slice::from_ref(block));
                }
                (_, block) => blocks(html, std::slice::from_ref(block)),
            }
            before = Some(block);
        }
        html.push_str("</li>\n");
    }
    let _ = writeln!(html, "</{name}>");
}

fn table(html: &mut String, table: &Table, block: &Block) {
    open(html, "table", std::slice::from_ref(block));
    let (head, body) = table.rows.split_at(1.min(table.rows.len()));
    html.push_str("\n<thead>\n");
    head.iter().for_each(|cells| row(html, "th", cells, &table.sides));
    html.push_str("</thead>\n");
    if !body.is_empty() {
        html.push_str("<tbody>\n");
        body.iter().for_each(|cells| row(html, "td", cells, &table.sides));
        html.push_str("</tbody>\n");
    }
    html.push_str("</table>\n");
}

fn row(html: &mut String, name: &str, cells: &[Vec<Inline>], sides: &[Side]) {
    html.push_str("<tr>");
    for (cell, side) in cells.iter().zip(sides.iter().chain(std::iter::repeat(&Side::Usual))) {
        let side = match side {
            Side::Usual => "",
            Side::Left => " align=\"left\"",
            Side::Center => " align=\"center\"",
            Side::Right => " align=\"right\"",
        };
        let _ = write!(html, "<{name}{side} dir=\"auto\">");
        inlines(html, cell);
        let _ = write!(html, "</{name}>");
    }
    html.push_str("</tr>\n");
}

fn inlines(html: &mut String, all: &[Inline]) {
    for inline in all {
        match inline {
            Inline::Text(text) => escape(html, text),
            Inline::Break => html.push_str("<br>\n"),
            Inline::Code(code) => {
                html.push_str("<code>");
                escape(html, code);
                html.push_str("</code>");
            }
            Inline::Emphasis(inner) => wrapped(html, "em", inner),
            Inline::Strong(inner) => wrapped(html, "strong", inner),
            Inline::Struck(inner) => wrapped(html, "del", inner),
            Inline::Link(address, inner) => {
                html.push_str("<a href=\"");
                html.push_str(&address.href.replace('&', "&amp;").replace('"', "&quot;"));
                html.push_str("\">");
                inlines(html, inner);
                html.push_str("</a>");
            }
        }
    }
}

fn wrapped(html: &mut String, name: &str, inner: &[Inline]) {
    let _ = write!(html, "<{name}>");
    inlines(html, inner);
    let _ = write!(html, "</{name}>");
}

fn escape(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            other => html.push(other),
        }
    }
}
