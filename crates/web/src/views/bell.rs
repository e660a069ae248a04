//! The bell's menu: the unread conversations, as a page and inside the menu.

use super::{Face, Frame, Moment, Title};
use askama::Template;

/// The bell's menu.
#[derive(Template)]
#[template(path = "bell.html")]
pub struct BellPage {
    /// What surrounds it.
    pub frame: Frame,
    /// Up to ten unread conversations and invitations, newest first.
    pub entries: Vec<BellEntry>,
}

/// A line of the bell's menu.
pub struct BellEntry {
    /// The conversation.
    pub conversation: String,
    /// What it is called.
    pub title: Title,
    /// The first faces of the others in it.
    pub faces: Vec<Face>,
    /// The last words, shortened.
    pub words: String,
    /// Whose they are, where that is not plain: the reader's, or one's of several.
    pub by: Option<String>,
    /// When.
    pub moment: Moment,
    /// Whether it is an invitation.
    pub invitation: bool,
    /// How much in it is unread.
    pub unread: u32,
}
