//! What people wrote: Markdown in, and out of one parsed document the HTML of the message, its
//! first words in one line, and its plain text. So a page, a list, the bell and a mail never
//! disagree.
//!
//! HTML always goes through the cleaner: nothing reaches a page or a mail that did not pass
//! [`ammonia`]. Pictures from elsewhere are not loaded: they would tell the writer who read it,
//! and when. A text that shows nothing as Markdown, or takes too much work or room, is shown as
//! it was typed.

mod address;
mod clean;
mod convert;
mod cut;
mod document;
mod excerpt;
mod html;
mod link_ends;
mod named;
mod parse;
#[cfg(test)]
mod tests;
mod text;
mod whole;

pub(crate) use clean::without_links;

use document::{Document, each_text};
use snug_domain::people::Handle;
use snug_domain::visible::has_visible;
use text::Links;

/// The number of this renderer. Raise it when the same source is to give something else, and
/// with a migration that replaces the index `messages_to_render`: messages of a lower number are
/// rendered again.
pub(crate) const RENDERER: i64 = snug_store::messages::RENDERER;

/// The most bytes of HTML that one message becomes.
const MOST_BYTES: usize = 100 * 1_024;

/// The most bytes of HTML that the beginning of one becomes: a mail that is too long is cut by whoever shows it.
const MOST_BYTES_IN_MAIL: usize = 12 * 1_024;

/// A message as it is kept beside its source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rendered {
    /// The clean HTML.
    pub html: String,
    /// The first words, in one line.
    pub excerpt: String,
    /// Who is named in it, by their handles.
    pub named: Vec<Handle>,
}

/// The beginning of a message, for a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Beginning {
    /// Clean HTML.
    pub html: String,
    /// Plain text in lines.
    pub text: String,
    /// Whether something was left out.
    pub is_cut: bool,
}

/// The HTML and the first words of a message.
pub(crate) fn render(source: &str) -> Rendered {
    let (document, html) = shown(source);
    Rendered { html, excerpt: excerpt::excerpt(&document), named: named::named(&document) }
}

/// The plain text of a message, its links without their addresses.
pub(crate) fn to_text(source: &str) -> String {
    text::text(&shown(source).0, Links::Names)
}

/// The beginning of a message, about so many characters: up to the end of a paragraph, where one
/// ends in time.
pub(crate) fn beginning(source: &str, characters: usize) -> Beginning {
    let (mut document, is_cut) = cut::cut(shown(source).0, characters);
    let mut html = clean::clean(&html::html(&document));
    if html.len() > MOST_BYTES_IN_MAIL {
        document = Document::typed(&text::text(&document, Links::Names));
        html = html::html(&document);
    }
    Beginning { html, text: text::text(&document, Links::Addresses), is_cut }
}

/// Whether there is anything to read in it, beside marks and lines.
fn shows_something(document: &Document) -> bool {
    let mut shows = false;
    each_text(&document.0, &mut |text| shows = shows || has_visible(text));
    shows
}

/// The document of a source and its clean HTML: as it was typed, where it shows nothing, not everything, or too much.
fn shown(source: &str) -> (Document, String) {
    if let Some(document) = parse::parse(source)
        && shows_something(&document)
        && whole::is_whole(source, &document)
    {
        let html = html::html(&document);
        if html.len() <= MOST_BYTES && clean::is_quick(&html) {
            let html = clean::clean(&html);
            if html.len() <= MOST_BYTES {
                return (document, html);
            }
        }
    }
    // Nothing but text and line ends, each of at most five bytes: there is nothing to clean.
    let document = Document::typed(source);
    let html = html::html(&document);
    (document, html)
}
