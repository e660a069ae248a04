//! From the parser's tree to the document. Goes through the tree without recursion, and merges
//! what is nested too deep into what is around it: whoever comes after may recurse.

use super::address::Address;
use super::document::{Block, Document, Inline, Item, List, Side, Table, inline_text, lines};
use comrak::Node;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{ListType, NodeValue, TableAlignment};
use snug_domain::visible::has_visible;

/// Quotes, lists and emphasis are nested no deeper than this: what is deeper is shown flat.
const DEEPEST: usize = 40;

/// The document of a parsed tree, without the marks that were set for the parser.
pub(super) fn convert(root: Node<'_>, mark: Option<&'static str>) -> Document {
    let mut converter = Converter { open: vec![Open::new(Kind::Flow)], was_opened: Vec::new(), links: 0, mark };
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => converter.enter(&node.data().value),
            NodeEdge::End(node) => converter.leave(&node.data().value),
        }
    }
    Document(converter.open.pop().map(|open| open.blocks).unwrap_or_default())
}

struct Converter {
    /// What is open around the place, the innermost last.
    open: Vec<Open>,
    /// Of each container of the tree that is open, whether it is in the document.
    was_opened: Vec<bool>,
    /// How many links and pictures are open: a link stands in no other.
    links: usize,
    mark: Option<&'static str>,
}

/// Something open, with what it holds so far.
struct Open {
    kind: Kind,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    items: Vec<Item>,
    cells: Vec<Vec<Inline>>,
    table: Table,
}

impl Open {
    fn new(kind: Kind) -> Self {
        let (blocks, inlines, items, cells) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { kind, blocks, inlines, items, cells, table: Table::default() }
    }
}

enum Kind {
    Flow,
    Quote,
    List { start: Option<usize>, is_tight: bool },
    Item { number: Option<usize> },
    Paragraph,
    Heading(u8),
    Table,
    Row,
    Cell,
    Emphasis,
    Strong,
    Struck,
    Link(String),
}

impl Converter {
    fn enter(&mut self, value: &NodeValue) {
        match value {
            NodeValue::Document => {}
            NodeValue::Text(text) => self.text(text),
            NodeValue::SoftBreak | NodeValue::LineBreak => self.inline(Inline::Break),
            NodeValue::Code(code) => {
                let code = self.unmarked(&code.literal);
                self.inline(Inline::Code(code));
            }
            NodeValue::HtmlInline(html) | NodeValue::Raw(html) => self.text(html),
            NodeValue::CodeBlock(code) => {
                let code = self.unmarked(&code.literal);
                self.block(Block::Code(code));
            }
            NodeValue::HtmlBlock(html) => {
                let text = self.unmarked(&html.literal);
                self.block(Block::Paragraph(lines(text.trim_end())));
            }
            NodeValue::ThematicBreak => self.block(Block::Rule),
            container => {
                let kind = self.kind(container);
                self.was_opened.push(kind.is_some());
                self.open.extend(kind.map(Open::new));
                if let NodeValue::TaskItem(task) = container {
                    let sign = if task.symbol.is_some() { "☑ " } else { "☐ " };
                    // The sign stands in the first line of the item, which is yet to come.
                    self.block(Block::Paragraph(vec![Inline::Text(sign.to_owned())]));
                }
            }
        }
    }

    /// What a container becomes; none if it is shown flat.
    fn kind(&mut self, container: &NodeValue) -> Option<Kind> {
        let is_deep = self.open.len() > DEEPEST;
        if let NodeValue::Link(_) | NodeValue::Image(_) = container {
            self.links += 1;
        }
        Some(match container {
            NodeValue::Paragraph | NodeValue::Subtext => Kind::Paragraph,
            NodeValue::Heading(heading) => Kind::Heading(heading.level),
            NodeValue::Table(_) => Kind::Table,
            NodeValue::TableRow(_) => Kind::Row,
            NodeValue::TableCell => Kind::Cell,
            // An item of a list that is shown flat is flat too.
            NodeValue::Item(_) | NodeValue::TaskItem(_) => match self.open.last()?.kind {
                Kind::List { start: None, .. } => Kind::Item { number: None },
                Kind::List { start: Some(start), .. } => Kind::Item { number: Some(self.number(container, start)) },
                _ => return None,
            },
            _ if is_deep => return None,
            NodeValue::BlockQuote => Kind::Quote,
            NodeValue::List(list) => {
                let start = (list.list_type == ListType::Ordered).then_some(list.start);
                Kind::List { start, is_tight: list.tight }
            }
            NodeValue::Emph => Kind::Emphasis,
            NodeValue::Strong => Kind::Strong,
            NodeValue::Strikethrough => Kind::Struck,
            NodeValue::Link(link) | NodeValue::Image(link) if self.links == 1 => Kind::Link(self.unmarked(&link.url)),
            _ => return None,
        })
    }

    fn leave(&mut self, value: &NodeValue) {
        if is_leaf(value) {
            return;
        }
        if let NodeValue::Link(_) | NodeValue::Image(_) = value {
            self.links = self.links.saturating_sub(1);
        }
        if self.was_opened.pop() != Some(true) {
            return;
        }
        let Some(closed) = self.open.pop() else { return };
        let Open { kind, blocks, inlines, items, cells, mut table } = closed;
        match kind {
            Kind::Flow => {}
            Kind::Paragraph => self.paragraph(inlines),
            Kind::Heading(level) => self.block(Block::Heading(level, inlines)),
            Kind::Quote => self.block(Block::Quote(blocks)),
            Kind::List { is_tight, .. } => self.block(Block::List(List { is_tight, items: counted(items) })),
            Kind::Item { number } => self.with(|open| open.items.push(Item { number, blocks })),
            Kind::Cell => self.with(|open| open.cells.push(inlines)),
            Kind::Row => self.with(|open| open.table.rows.push(without_empty_end(cells))),
            Kind::Table => {
                table.sides = sides(value);
                self.block(Block::Table(table));
            }
            Kind::Emphasis => self.inline(Inline::Emphasis(inlines)),
            Kind::Strong => self.inline(Inline::Strong(inlines)),
            Kind::Struck => self.inline(Inline::Struck(inlines)),
            Kind::Link(url) => link(url, inlines).into_iter().for_each(|inline| self.inline(inline)),
        }
    }

    /// The number of an item, as it was typed; the parser has forgotten that of a task.
    fn number(&self, item: &NodeValue, start: usize) -> usize {
        if let NodeValue::Item(item) = item {
            return item.start;
        }
        let before = self.open.last().and_then(|list| list.items.last()?.number);
        before.map_or(start, |number| number.saturating_add(1))
    }

    /// A paragraph; the sign of a task goes into its first line.
    fn paragraph(&mut self, inlines: Vec<Inline>) {
        self.with(|open| match open.blocks.last_mut() {
            Some(Block::Paragraph(sign)) if is_task_sign(sign) => sign.extend(inlines),
            _ => open.blocks.push(Block::Paragraph(inlines)),
        });
    }

    fn text(&mut self, text: &str) {
        let text = self.unmarked(text);
        self.inline(Inline::Text(text));
    }

    fn inline(&mut self, inline: Inline) {
        self.with(|open| open.inlines.push(inline));
    }

    fn block(&mut self, block: Block) {
        self.with(|open| open.blocks.push(block));
    }

    fn with(&mut self, change: impl FnOnce(&mut Open)) {
        if let Some(open) = self.open.last_mut() {
            change(open);
        }
    }

    fn unmarked(&self, text: &str) -> String {
        match self.mark {
            Some(mark) => text.replace(mark, ""),
            None => text.to_owned(),
        }
    }
}

fn is_leaf(value: &NodeValue) -> bool {
    matches!(
        value,
        NodeValue::Document
            | NodeValue::Text(_)
            | NodeValue::SoftBreak
            | NodeValue::LineBreak
            | NodeValue::Code(_)
            | NodeValue::HtmlInline(_)
            | NodeValue::Raw(_)
            | NodeValue::CodeBlock(_)
            | NodeValue::HtmlBlock(_)
            | NodeValue::ThematicBreak
    )
}

fn is_task_sign(inlines: &[Inline]) -> bool {
    matches!(inlines, [Inline::Text(text)] if text == "☑ " || text == "☐ ")
}

/// A row without the empty cells at its end: the parser fills a row up to the width of the table.
fn without_empty_end(mut cells: Vec<Vec<Inline>>) -> Vec<Vec<Inline>> {
    let used = cells.iter().rposition(|cell| !cell.is_empty()).map_or(1, |last| last + 1);
    cells.truncate(used);
    cells
}

fn sides(value: &NodeValue) -> Vec<Side> {
    let NodeValue::Table(table) = value else { return Vec::new() };
    let side = |alignment: &TableAlignment| match alignment {
        TableAlignment::None => Side::Usual,
        TableAlignment::Left => Side::Left,
        TableAlignment::Center => Side::Center,
        TableAlignment::Right => Side::Right,
    };
    table.alignments.iter().map(side).collect()
}

/// Items that all have the number 1, or 0, are to be counted.
fn counted(mut items: Vec<Item>) -> Vec<Item> {
    for first in 0..=1 {
        if items.iter().all(|item| item.number == Some(first)) {
            items.iter_mut().zip(first..).for_each(|(item, number)| item.number = Some(number));
            break;
        }
    }
    items
}

/// A link, or a picture as a link to it. An address that is none is shown as text.
fn link(url: String, mut inlines: Vec<Inline>) -> Vec<Inline> {
    let has_words = has_visible(&inline_text(&inlines));
    if let Some(address) = Address::parse(&url) {
        if !has_words {
            inlines = vec![Inline::Text(url)];
        }
        return vec![Inline::Link(address, inlines)];
    }
    if !url.is_empty() && inline_text(&inlines) != url {
        inlines.push(Inline::Text(if has_words { format!(" ({url})") } else { url }));
    }
    inlines
}
