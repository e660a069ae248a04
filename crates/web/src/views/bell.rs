//! The bell's menu: the unread conversations, as a page and inside the menu.

use super::{Frame, Moment, Person};
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
    /// Who wrote.
    pub person: Person,
    /// The first words, shortened.
    pub words: String,
    /// When.
    pub moment: Moment,
    /// Whether it is an invitation.
    pub invitation: bool,
}
