//! Pages a mail leads to. They need no sign-in, and opening one changes nothing.

use super::{Frame, Moment, Person, Writer};
use askama::Template;

/// An invitation, as its mail leads to it.
#[derive(Template)]
#[template(path = "mail/invitation.html")]
pub struct LandingPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The token of the link.
    pub token: String,
    /// Who wrote.
    pub writer: Writer,
    /// What it is to, if that is a conversation of several: what its people call it, and the others who are in it.
    pub group: Option<(Option<String>, Vec<Person>)>,
    /// Whether the reader blocked one of those.
    pub has_blocked: bool,
    /// The message as clean HTML.
    pub html: String,
    /// When it was written.
    pub sent: Moment,
    /// The path of the page that stops mails: `/u/{token}`.
    pub stop: String,
}

impl LandingPage {
    /// Who asks, and to what.
    fn heading(&self) -> String {
        let key = if self.group.is_some() { "page-invited-by-several" } else { "page-invited-by" };
        self.frame.texts.fill(key).with("name", self.writer.person.within()).to_string()
    }
}

/// What was done, and how to undo it.
#[derive(Template)]
#[template(path = "mail/done.html")]
pub struct LandingDonePage {
    /// What surrounds it.
    pub frame: Frame,
    /// The token of the link.
    pub token: String,
    /// Who wrote.
    pub person: Person,
    /// What was done.
    pub done: LandingDone,
}

/// What was done on a page a mail leads to.
#[derive(Debug, Clone)]
pub enum LandingDone {
    /// Accepted: the two can talk.
    Accepted {
        /// The conversation.
        conversation: String,
        /// When.
        decided: Moment,
    },
    /// Declined: the writer is not told.
    Declined {
        /// What undoes it, for a while.
        undo: Option<String>,
        /// When.
        decided: Moment,
    },
    /// Withdrawn, lapsed or answered before; or the link never was one, or is for somebody else.
    Gone,
    /// The person ended everything that let somebody in as them, and with it the links of older mails.
    Ended,
}

/// The button that stops mails, behind the link at the foot of a mail.
#[derive(Template)]
#[template(path = "mail/unsubscribe.html")]
pub struct UnsubscribePage {
    /// What surrounds it.
    pub frame: Frame,
    /// The token of the link.
    pub token: String,
}

/// A link to stop mails that is damaged, or whose account is gone: what to do instead.
#[derive(Template)]
#[template(path = "mail/dead_stop.html")]
pub struct DeadStopPage {
    /// What surrounds it.
    pub frame: Frame,
}

/// Mails were stopped, or come again.
#[derive(Template)]
#[template(path = "mail/unsubscribed.html")]
pub struct UnsubscribedPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The token of the link.
    pub token: String,
    /// Whether mails are stopped now.
    pub stopped: bool,
}

/// Mails of one conversation: the button that stops them, or that they were stopped, or come again.
#[derive(Template)]
#[template(path = "mail/mute.html")]
pub struct MutePage {
    /// What surrounds it.
    pub frame: Frame,
    /// The token of the link.
    pub token: String,
    /// Whether they are stopped; nothing where that was not asked for yet.
    pub muted: Option<bool>,
}

impl MutePage {
    fn heading(&self) -> String {
        let key = match self.muted {
            None => "page-mute-title",
            Some(true) => "page-mute-done",
            Some(false) => "page-mute-undone",
        };
        self.frame.texts.get(key).into_owned()
    }
}
