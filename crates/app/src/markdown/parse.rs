use super::convert::convert;
use super::document::Document;
use super::link_ends::{MARK, mark_link_ends};
use comrak::options::{Extension, Parse, Render};
use comrak::{Arena, Options};
use std::borrow::Cow;
use std::cell::Cell;

/// How often the parser may ask whether to go on: about 100,000 lines, inlines and nodes, of
/// which 20,000 characters that mean anything have a third.
const MOST_LOOKS: u32 = 400;

/// The document of a source, or none if it is too much work.
pub(super) fn parse(source: &str) -> Option<Document> {
    let marked = mark_link_ends(source);
    let looks = Cell::new(0_u32);
    let is_enough = || {
        looks.set(looks.get().saturating_add(1));
        looks.get() > MOST_LOOKS
    };
    let arena = Arena::new();
    let root = comrak::try_parse_document(&arena, &marked, &options(), &is_enough).ok()?;
    let mark = if let Cow::Owned(_) = marked { Some(MARK) } else { None };
    Some(convert(root, mark))
}

fn options() -> Options<'static> {
    Options {
        extension: Extension {
            autolink: true,
            cjk_friendly_emphasis: true,
            strikethrough: true,
            table: true,
            tasklist: true,
            ..Extension::default()
        },
        parse: Parse::default(),
        render: Render::default(),
    }
}
