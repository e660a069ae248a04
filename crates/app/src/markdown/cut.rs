//! Shortening: at the end of a paragraph where one ends in time, else between words, and never
//! in the midst of what is one character to a reader.

use super::document::{Block, Document, Inline, Item, Table, each_inline_text, each_text};
use unicode_segmentation::UnicodeSegmentation;

/// The beginning of a document, about so many characters, and whether something was left out.
pub(super) fn cut(document: Document, characters: usize) -> (Document, bool) {
    let mut room = Room { all: characters, left: characters };
    let (blocks, is_cut) = room.blocks(document.0);
    (Document(blocks), is_cut)
}

struct Room {
    all: usize,
    left: usize,
}

impl Room {
    fn blocks(&mut self, blocks: Vec<Block>) -> (Vec<Block>, bool) {
        let mut kept = Vec::new();
        for block in blocks {
            let length = length(&block);
            if length <= self.left {
                self.left -= length;
                kept.push(block);
                continue;
            }
            kept.extend(self.begin(block));
            return (kept, true);
        }
        (kept, false)
    }

    /// The beginning of a block that does not fit.
    fn begin(&mut self, block: Block) -> Option<Block> {
        match block {
            Block::Quote(inner) => {
                let (kept, _) = self.blocks(inner);
                (!kept.is_empty()).then_some(Block::Quote(kept))
            }
            Block::List(mut list) => {
                let mut items = Vec::new();
                for Item { number, blocks } in std::mem::take(&mut list.items) {
                    let (blocks, is_cut) = self.blocks(blocks);
                    if !(is_cut && blocks.is_empty()) {
                        items.push(Item { number, blocks });
                    }
                    if is_cut {
                        break;
                    }
                }
                list.items = items;
                (!list.items.is_empty()).then_some(Block::List(list))
            }
            // Enough stands there already: it ends with a paragraph.
            _ if self.left < self.all / 2 => None,
            Block::Paragraph(inner) => Some(Block::Paragraph(self.inlines(inner))),
            Block::Heading(level, inner) => Some(Block::Heading(level, self.inlines(inner))),
            Block::Code(code) => Some(Block::Code(self.code(&code))),
            Block::Table(table) => Some(Block::Table(self.table(table))),
            Block::Rule => None,
        }
    }

    fn inlines(&mut self, inlines: Vec<Inline>) -> Vec<Inline> {
        let mut kept = Vec::new();
        for inline in inlines {
            let length = inline_length(std::slice::from_ref(&inline));
            if length <= self.left {
                self.left -= length;
                kept.push(inline);
                continue;
            }
            match inline {
                Inline::Text(text) => kept.push(Inline::Text(self.words(&text))),
                Inline::Code(code) => kept.push(Inline::Code(self.words(&code))),
                Inline::Emphasis(inner) => kept.push(Inline::Emphasis(self.inlines(inner))),
                Inline::Strong(inner) => kept.push(Inline::Strong(self.inlines(inner))),
                Inline::Struck(inner) => kept.push(Inline::Struck(self.inlines(inner))),
                Inline::Link(address, inner) => kept.push(Inline::Link(address, self.inlines(inner))),
                Inline::Break => kept.push(Inline::Text("…".to_owned())),
            }
            break;
        }
        kept
    }

    /// The beginning of a text that does not fit.
    fn words(&mut self, text: &str) -> String {
        let begin = begin_of_line(text, self.left).unwrap_or(text);
        self.left = 0;
        format!("{}…", begin.trim_end())
    }

    fn code(&mut self, code: &str) -> String {
        let mut kept = String::new();
        for line in code.split_inclusive('\n') {
            let length = line.chars().count();
            if length > self.left {
                break;
            }
            self.left -= length;
            kept.push_str(line);
        }
        if kept.is_empty() {
            kept = begin_of_line(code.lines().next().unwrap_or_default(), self.left).unwrap_or_default().to_owned();
        }
        self.left = 0;
        format!("{kept}…\n")
    }

    fn table(&mut self, table: Table) -> Table {
        let mut rows = Vec::new();
        for row in table.rows {
            let length: usize = row.iter().map(|cell| inline_length(cell)).sum();
            if length > self.left {
                let cells = row.into_iter().next().map(|cell| self.inlines(cell));
                if rows.is_empty() {
                    rows.extend(cells.map(|cell| vec![cell]));
                }
                break;
            }
            self.left -= length;
            rows.push(row);
        }
        self.left = 0;
        rows.push(vec![vec![Inline::Text("…".to_owned())]]);
        Table { rows, ..table }
    }
}

fn length(block: &Block) -> usize {
    let mut length = 0;
    each_text(std::slice::from_ref(block), &mut |text| length += text.chars().count());
    length
}

fn inline_length(inlines: &[Inline]) -> usize {
    let mut length = 0;
    each_inline_text(inlines, &mut |text| length += text.chars().count());
    length
}

/// The beginning of a line that is longer than so many characters: whole words, unless one is
/// longer than an eighth of it, as all are in scripts without spaces. None if the line fits.
pub(super) fn begin_of_line(line: &str, most: usize) -> Option<&str> {
    let (end, _) = line.char_indices().nth(most)?;
    // One character to a reader can be many: an emoji of a family, a letter with its marks. But not thousands.
    let whole = line.grapheme_indices(true).map(|(at, _)| at).take_while(|at| *at <= end).last().unwrap_or(0);
    let end = if whole == 0 { end } else { whole };
    let begin = line.get(..end)?;
    let after_space = line.get(end..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    let last_space = begin.rfind(char::is_whitespace).filter(|_| !after_space);
    let words = last_space.and_then(|space| begin.get(..space)).filter(|words| {
        let dropped = begin.chars().count() - words.chars().count();
        dropped <= (most / 8).max(12)
    });
    Some(words.unwrap_or(begin).trim_end())
}

#[cfg(test)]
mod tests {
    use super::begin_of_line;

    #[test]
    fn a_line_is_cut_between_words_and_characters() {
        assert_eq!(begin_of_line("one two three", 9), Some("one two"));
        assert_eq!(begin_of_line("one two three", 7), Some("one two"));
        assert_eq!(begin_of_line("one two", 7), None);
        assert_eq!(begin_of_line("Donaudampfschifffahrt", 5), Some("Donau"));
        assert_eq!(begin_of_line("これは長い文です", 4), Some("これは長"));
        assert_eq!(begin_of_line("ab👩\u{200d}👩\u{200d}👧 cd", 4), Some("ab"));
    }
}
