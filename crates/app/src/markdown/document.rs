//! A message, parsed: blocks and inlines, nested no deeper than people read.

use super::address::Address;

/// A whole message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Document(pub(super) Vec<Block>);

/// What stands below one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(Vec<Inline>),
    /// A heading of this level, from 1.
    Heading(u8, Vec<Inline>),
    /// Code, to the byte.
    Code(String),
    Rule,
    Quote(Vec<Block>),
    List(List),
    Table(Table),
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List {
    /// Whether its items stand close, without paragraphs.
    pub is_tight: bool,
    pub items: Vec<Item>,
}

/// An item of a list, with its number if the list is ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub number: Option<usize>,
    pub blocks: Vec<Block>,
}

/// A table: its first row is the head.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub sides: Vec<Side>,
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// Where the cells of a column begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Usual,
    Left,
    Center,
    Right,
}

/// What stands beside one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Inline {
    Text(String),
    Break,
    Code(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Struck(Vec<Inline>),
    Link(Address, Vec<Inline>),
}

impl Document {
    /// The text as it was typed, line by line.
    pub(super) fn typed(source: &str) -> Self {
        Self(vec![Block::Paragraph(lines(source))])
    }
}

/// The lines of a text that is no Markdown.
pub(super) fn lines(text: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for line in text.lines() {
        if !inlines.is_empty() {
            inlines.push(Inline::Break);
        }
        inlines.push(Inline::Text(line.to_owned()));
    }
    inlines
}

/// Calls for each piece of text, in the order it is read in.
pub(super) fn each_text<'a>(blocks: &'a [Block], with: &mut impl FnMut(&'a str)) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => each_inline_text(inlines, with),
            Block::Code(code) => with(code),
            Block::Rule => {}
            Block::Quote(blocks) => each_text(blocks, with),
            Block::List(list) => list.items.iter().for_each(|item| each_text(&item.blocks, with)),
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| each_inline_text(cell, with)),
        }
    }
}

/// Calls for each piece of text of a line.
pub(super) fn each_inline_text<'a>(inlines: &'a [Inline], with: &mut impl FnMut(&'a str)) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => with(text),
            Inline::Break => with("\n"),
            Inline::Emphasis(inlines)
            | Inline::Strong(inlines)
            | Inline::Struck(inlines)
            | Inline::Link(_, inlines) => each_inline_text(inlines, with),
        }
    }
}

/// The text of a line, without what it looks like.
pub(super) fn inline_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    each_inline_text(inlines, &mut |piece| text.push_str(piece));
    text
}
