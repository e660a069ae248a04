//! A conversation that is open, in each state it can be in.

use super::{Composer, ConversationList, Face, Frame, Membership, Message, Moment, Person, Sentence, Show, Title};
use askama::Template;

/// A conversation, beside the list.
#[derive(Template)]
#[template(path = "conversations/show.html")]
pub struct ConversationPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The list.
    pub list: ConversationList,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: Title,
    /// The first faces of the others in it.
    pub faces: Vec<Face>,
    /// The other person, where there is one and no more.
    pub profile: Option<Person>,
    /// Whether the reader put it away.
    pub archived: bool,
    /// How it stands.
    pub state: State,
}

impl ConversationPage {
    /// Whether the reader can mark it as unread: while they talk.
    #[must_use]
    pub fn may_mark_unread(&self) -> bool {
        matches!(&self.state, State::Talking(talk) if talk.end.is_ok())
    }

    /// Whether the reader can put it away: a person who has joined can, and nobody else.
    #[must_use]
    pub fn may_archive(&self) -> bool {
        match &self.state {
            State::Talking(talk) => talk.end.is_ok(),
            State::Waiting(_) => true,
            State::Invited(_) => false,
            State::Closed(closed) => closed.state == ClosedState::Lapsed,
        }
    }
}

/// How a conversation stands for the reader.
pub enum State {
    /// They talk, or did while the reader was in.
    Talking(Talk),
    /// The reader waits for somebody to answer.
    Waiting(Waiting),
    /// The reader is asked.
    Invited(Invited),
    /// It did not come about.
    Closed(Closed),
}

/// They talk, or did while the reader was in.
pub struct Talk {
    /// The messages on this page, oldest first.
    pub messages: Vec<Message>,
    /// The address of those before.
    pub older: Option<String>,
    /// The address of those after, when one leafed back.
    pub newer: Option<String>,
    /// The first unread message: the line *New messages* stands before it.
    pub first_unread: Option<i64>,
    /// Whether it is unread, also by having been marked so.
    pub is_unread: bool,
    /// Where one writes, or why one cannot any more.
    pub end: Result<Composer, String>,
}

impl Talk {
    /// Whether the line *New messages* stands before this one.
    #[must_use]
    pub fn is_first_unread(&self, message: &Message) -> bool {
        self.first_unread == Some(message.sequence)
    }
}

/// The reader waits for somebody to answer.
pub struct Waiting {
    /// The message the invitation carries.
    pub message: Message,
    /// When it lapses if nobody answers.
    pub lapses: Moment,
    /// Whether the mail about it came back.
    pub bounced: bool,
}

/// The reader is asked.
pub struct Invited {
    /// The message the invitation carries.
    pub message: Message,
    /// Who asks.
    pub by: Person,
    /// Since when they are a member.
    pub member_since: Moment,
}

/// It did not come about.
pub struct Closed {
    /// What the reader may know of why.
    pub state: ClosedState,
    /// The same as a sentence.
    pub standing: Sentence,
    /// The message, where the reader may still see it.
    pub message: Option<Message>,
    /// With whom the reader may start anew.
    pub start_with: Option<Person>,
}

/// What the reader may know of why a conversation did not come about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosedState {
    /// The reader withdrew the invitation.
    Withdrawn,
    /// Nobody answered the reader in time; also what the starter sees of one declined.
    Lapsed,
    /// The reader declined, and can still accept.
    Declined,
    /// The invitation the reader got is not open any more, whatever the reason.
    Gone,
}
