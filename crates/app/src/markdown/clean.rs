use ammonia::Builder;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

const TAGS: [&str; 23] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
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
    "ul",
];

/// Elements with a direction.
const DIRECTED: [&str; 11] = ["blockquote", "h3", "h4", "h5", "h6", "ol", "p", "table", "td", "th", "ul"];

/// Numbers in a list have at most so many digits, and more than two need more room.
const DIGITS: [&str; 7] = ["digits-3", "digits-4", "digits-5", "digits-6", "digits-7", "digits-8", "digits-9"];

/// HTML with nothing in it that is not on the list.
pub(super) fn clean(html: &str) -> String {
    static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| cleaner(true));
    CLEANER.clean(html).to_string()
}

/// Whether cleaning takes little time: it grows with the number of these characters times the length of the text.
pub(super) fn is_quick(html: &str) -> bool {
    html.matches("&amp;").count() + html.bytes().filter(|byte| *byte == 0xc2).count() <= 4_000
}

/// The HTML of a message with its links as plain text, for somebody who has not accepted yet.
pub(crate) fn without_links(html: &str) -> String {
    if !html.contains("<a ") {
        return html.to_owned();
    }
    static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| cleaner(false));
    CLEANER.clean(html).to_string()
}

fn cleaner(links: bool) -> Builder<'static> {
    let mut tags = HashSet::from(TAGS);
    if !links {
        tags.remove("a");
    }
    let direction = || HashMap::from([("dir", HashSet::from(["auto", "ltr", "rtl"]))]);
    let mut attributes: HashMap<_, HashSet<_>> = HashMap::from([("ol", HashSet::from(["start"]))]);
    attributes.insert("li", HashSet::from(["value"]));
    attributes.insert("td", HashSet::from(["align"]));
    attributes.insert("th", HashSet::from(["align"]));
    if links {
        attributes.insert("a", HashSet::from(["href"]));
    }
    let mut builder = Builder::new();
    builder
        .tags(tags)
        .generic_attributes(HashSet::new())
        .tag_attributes(attributes)
        .tag_attribute_values(DIRECTED.into_iter().map(|tag| (tag, direction())).collect())
        .allowed_classes(HashMap::from([("ol", HashSet::from(DIGITS))]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("nofollow noopener noreferrer"));
    builder
}
