//! The demo's own pages: every mail sent, and the communities of an unknown host.

use super::{Frame, Moment};
use askama::Template;

/// *Mail sent here*.
#[derive(Template)]
#[template(path = "demo/mails.html")]
pub struct MailsPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The mails, newest first.
    pub mails: Vec<MailEntry>,
}

/// A mail in the list.
pub struct MailEntry {
    /// Its name in addresses.
    pub name: String,
    /// Who it is from, as a mail program shows it.
    pub from: String,
    /// Who it is to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// When it was sent.
    pub sent: Moment,
}

/// One mail.
#[derive(Template)]
#[template(path = "demo/mail.html")]
pub struct MailPage {
    /// What surrounds it.
    pub frame: Frame,
    /// Which mail.
    pub mail: MailEntry,
    /// How it is looked at: `?view=`.
    pub view: MailView,
    /// The text, or the source; the HTML is framed from `/demo/mails/{name}/html`.
    pub text: String,
}

/// A way to look at a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailView {
    /// As most mail programs show it.
    Html,
    /// The plain part.
    Text,
    /// As it went over the wire.
    Source,
}

impl MailView {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::Html, Self::Text, Self::Source];

    /// The word in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "text",
            Self::Source => "source",
        }
    }

    /// The view of this word; HTML where it is none.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|view| view.word() == word).unwrap_or(Self::Html)
    }
}

/// The communities here, for a host that is none of theirs.
#[derive(Template)]
#[template(path = "demo/communities.html")]
pub struct CommunitiesPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The communities.
    pub communities: Vec<CommunityEntry>,
}

/// A community in the list.
pub struct CommunityEntry {
    /// Its name.
    pub name: String,
    /// Its address: `http://riverside.localhost:8000/`.
    pub address: String,
}
