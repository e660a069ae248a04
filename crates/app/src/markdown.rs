//! What people wrote, from Markdown to HTML that is safe to show.
//!
//! Markdown in, then always through the cleaner: nothing reaches a page or a mail that did not
//! pass [`ammonia`]. Pictures from elsewhere are left out: they would tell the writer who read
//! it, and when.

use ammonia::Builder;
use std::collections::HashSet;
use std::sync::LazyLock;

const TAGS: [&str; 24] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
];

/// Deeper quotes and lists than anybody writes are shown flat: the cleaner's work grows with the
/// square of the depth.
const DEEPEST: usize = 40;

/// HTML may be so many times as long as its source, and this much longer: a table of one short
/// line fills up to half a million cells.
const LONGER: usize = 20;
const LONGER_BYTES: usize = 16 * 1_024;

/// The HTML of a message.
pub(crate) fn to_html(source: &str) -> String {
    static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| cleaner(true));
    let most = source.len().saturating_mul(LONGER).saturating_add(LONGER_BYTES);
    let with_tables = rendered(source, Tables::Drawn);
    let html = if with_tables.len() <= most { with_tables } else { rendered(source, Tables::AsTyped) };
    CLEANER.clean(&html).to_string()
}

/// Whether tables become tables.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tables {
    Drawn,
    AsTyped,
}

/// The HTML of a message with its links as plain text, for somebody who has not accepted yet.
pub(crate) fn without_links(html: &str) -> String {
    static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| cleaner(false));
    CLEANER.clean(html).to_string()
}

fn rendered(source: &str, tables: Tables) -> String {
    let mut options = comrak::Options::default();
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.extension.table = tables == Tables::Drawn;
    options.render.hardbreaks = true;
    options.render.escape = true;
    comrak::markdown_to_html(&shallow(source), &options)
}

/// The source with the marks of quotes and lists taken off lines that begin with too many.
fn shallow(source: &str) -> String {
    let is_mark = |character: char| matches!(character, '>' | '-' | '+' | '*') || character.is_ascii_whitespace();
    let lines = source.lines().map(|line| {
        let text = line.trim_start_matches(is_mark);
        let marks = line
            .chars()
            .take_while(|character| is_mark(*character))
            .filter(|character| !character.is_ascii_whitespace());
        if marks.count() > DEEPEST { text } else { line }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn cleaner(links: bool) -> Builder<'static> {
    let mut tags = HashSet::from(TAGS);
    if !links {
        tags.remove("a");
    }
    let mut builder = Builder::new();
    builder
        .tags(tags)
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("nofollow noopener noreferrer"));
    builder
}

#[cfg(test)]
mod tests {
    use super::{to_html, without_links};
    use proptest::prelude::{any, prop_assert, proptest};

    #[test]
    fn markdown_becomes_html() {
        assert_eq!(
            to_html("Hello *Ben*,\nsee <https://example.org/a?b=c>"),
            "<p>Hello <em>Ben</em>,<br>\nsee <a href=\"https://example.org/a?b=c\" rel=\"nofollow noopener noreferrer\">https://example.org/a?b=c</a></p>\n"
        );
    }

    #[test]
    fn html_is_shown_as_typed() {
        assert_eq!(to_html("<b onclick=\"x()\">hi</b>"), "<p>&lt;b onclick=\"x()\"&gt;hi&lt;/b&gt;</p>\n");
    }

    #[test]
    fn a_picture_from_elsewhere_is_left_out() {
        assert!(!to_html("![spy](https://example.org/spy.png)").contains("<img"));
    }

    #[test]
    fn a_link_that_runs_a_script_is_none() {
        assert!(!to_html("[here](javascript:alert(1))").contains("javascript"));
    }

    #[test]
    fn links_are_text_until_accepted() {
        assert_eq!(without_links(&to_html("[here](https://example.org)")), "<p>here</p>\n");
    }

    #[test]
    fn a_table_is_drawn_unless_it_is_a_bomb() {
        assert!(to_html("|a|b|\n|-|-|\n|1|2|").contains("<table>"));
        let bomb = format!("{}\n{}\n{}", "|a".repeat(500), "|-".repeat(500), "a\n".repeat(1_000));
        assert!(to_html(&bomb).len() < bomb.len() * 30);
    }

    #[test]
    fn a_tower_of_quotes_is_shown_flat() {
        let tower = ">".repeat(5_000) + " hello";
        assert_eq!(to_html(&tower), "<p>hello</p>\n");
    }

    proptest! {
        #[test]
        fn no_source_makes_a_script(source in any::<String>()) {
            let html = to_html(&source).to_lowercase();
            prop_assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<iframe"));
        }
    }
}
