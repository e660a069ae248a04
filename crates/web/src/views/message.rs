//! An entry of a conversation, the same in a page and in a stream.

use super::{Moment, Person};

/// An entry of a conversation: a message, or a line about what happened.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its id.
    pub id: String,
    /// Whose page it is on: the reader.
    pub whose: String,
    /// The conversation it is in.
    pub conversation: String,
    /// What it says where it is no message, but a line about what happened.
    pub line: Option<Line>,
    /// Its place in the conversation.
    pub sequence: i64,
    /// Who wrote it, or who did what the line says.
    pub author: Person,
    /// Whether that is the reader.
    pub own: bool,
    /// The message it answers.
    pub quote: Option<Quote>,
    /// Whether names and faces stand beside messages: where more than one other writes.
    pub named: bool,
    /// Whether it goes on what its author said right before, in the page that is shown.
    pub follows: bool,
    /// What was written, as clean HTML. Empty when deleted.
    pub html: String,
    /// What was written, as it was typed: only where the reader may edit it.
    pub source: Option<String>,
    /// Whether the reader may delete it.
    pub may_delete: bool,
    /// The version of its text, which an edit says it was made from.
    pub version: i64,
    /// When it was written.
    pub sent: Moment,
    /// Whether it was edited since.
    pub edited: bool,
    /// Whether it is gone, and only its place is left.
    pub deleted: bool,
    /// Whether it is folded, since the reader blocked its author.
    pub folded: bool,
    /// The key of one's own message, by which the greyed one is found that it replaces.
    pub client_id: Option<String>,
    /// Whether it travels with an invitation that waits for its answer: it goes only with that.
    pub waiting: bool,
    /// Whether this is the last of one's own that somebody else has read.
    pub seen: bool,
    /// Whether who has read it can be asked: where more than one other can.
    pub has_readers: bool,
    /// Whether people can be added who see what was said from here on.
    pub may_add_from: bool,
    /// Whether the reader may answer it.
    pub may_answer: bool,
}

impl Message {
    /// Whether anything can be done with it.
    pub(super) fn has_tools(&self) -> bool {
        self.source.is_some() || self.may_delete || self.has_readers || self.may_add_from || self.may_answer
    }
}

/// A message above its answer, in one line.
#[derive(Debug, Clone)]
pub struct Quote {
    /// Its id.
    pub id: String,
    /// Who wrote it.
    pub author: String,
    /// Its first words, or what stands for them.
    pub words: String,
    /// Where it stands.
    pub href: String,
}

/// What happened, as a line tells it.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// The conversation it leads to.
    pub leads_to: Option<String>,
}
