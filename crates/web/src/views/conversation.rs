//! A conversation that is open, in each state it can be in.

use super::{
    Composer, ConversationList, Face, Frame, Membership, Message, Moment, Person, Quote, Sentence, Show, Title,
};
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
    /// Who it is with.
    pub head: Head,
    /// Whether the reader put it away.
    pub archived: bool,
    /// Whether the reader muted it; nothing where they cannot.
    pub muted: Option<bool>,
    /// Whether the reader marked it with a star; nothing where they cannot.
    pub starred: Option<bool>,
    /// Whether the reader may add people; with two, they begin another conversation from there.
    pub may_add: bool,
    /// Whether the reader may leave.
    pub may_leave: bool,
    /// Whether the reader may block the other one.
    pub may_block: bool,
    /// The conversation it was begun from, if the reader is in that too.
    pub begun_from: Option<String>,
    /// How it stands.
    pub state: State,
}

/// Who a conversation is with, at its top: the same in a page and in a stream.
#[derive(Debug, Clone)]
pub struct Head {
    /// The conversation.
    pub id: String,
    /// What it is called.
    pub title: Title,
    /// The first faces of the others in it.
    pub faces: Vec<Face>,
    /// The other person, where there is one and no more.
    pub profile: Option<Person>,
    /// How many people are in it or invited, the reader included, where there may be more than one other.
    pub people: Option<usize>,
}

impl ConversationPage {
    /// Whether the reader can mark it as unread: while they talk.
    #[must_use]
    pub fn may_mark_unread(&self) -> bool {
        matches!(&self.state, State::Talking(talk) if talk.end.is_ok())
    }

    /// Where people are added: here, or to a conversation that begins from here.
    fn add_path(&self) -> String {
        match &self.head.profile {
            Some(other) => format!("/conversations/new?to={}&from={}", other.handle, self.id),
            None => format!("/conversations/{}/people/add", self.id),
        }
    }

    /// Whether the reader can put it away: a person who has joined can, and nobody else.
    #[must_use]
    pub fn may_archive(&self) -> bool {
        match &self.state {
            State::Talking(Talk { end: Err(ended), .. }) => ended.is_closed,
            State::Talking(_) | State::Waiting(_) => true,
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
    /// The message that what is written answers.
    pub answers: Option<Answered>,
    /// Whether it has only begun: then the composer says who reads what is written.
    pub is_young: bool,
    /// Where one writes, or why one cannot any more.
    pub end: Result<Composer, Ended>,
}

/// Why one cannot write.
pub struct Ended {
    /// As a sentence.
    pub text: String,
    /// Whether an invitation to come back is there to be read.
    pub asked_back: bool,
    /// Whether two talked, and it is closed.
    pub is_closed: bool,
    /// Whom the reader blocked, which closed it.
    pub blocked: Option<Person>,
}

/// A message that is about to be answered.
pub struct Answered {
    /// Its number.
    pub sequence: i64,
    /// It, as the answer will quote it.
    pub quote: Quote,
}

impl Talk {
    /// Whether the line *New messages* stands before this one.
    #[must_use]
    pub fn is_first_unread(&self, message: &Message) -> bool {
        self.first_unread == Some(message.sequence)
    }

    /// The line between days that stands before the message at this place.
    fn new_day(&self, place: &usize) -> Option<String> {
        let before = place.checked_sub(1).and_then(|before| self.messages.get(before)).map(|before| &before.sent);
        self.messages.get(*place).and_then(|message| message.sent.new_day(before))
    }
}

/// The reader waits for somebody to answer.
pub struct Waiting {
    /// The message the invitation carries.
    pub message: Message,
    /// Whether several people were asked.
    pub of_several: bool,
    /// When it lapses if nobody answers.
    pub lapses: Moment,
    /// Whether the mail about it came back.
    pub bounced: bool,
    /// The reminder that the reader may send, or sent.
    pub reminder: Reminder,
}

/// The reminder of what nobody has answered.
pub enum Reminder {
    /// From this day on.
    From(Moment),
    /// Now.
    Now,
    /// They were, then.
    Sent(Moment),
}

/// The reader is asked.
pub struct Invited {
    /// The message the invitation carries.
    pub message: Message,
    /// Who asks.
    pub by: Writer,
    /// The others who are in it, where it is a conversation of several.
    pub others: Option<Vec<Person>>,
    /// Whether the reader blocked one of them.
    pub has_blocked: bool,
    /// The address of what the reader saw when they were in it before.
    pub earlier: Option<String>,
}

/// Who wrote the message of an invitation, as its letter introduces them.
#[derive(Debug, Clone)]
pub struct Writer {
    /// Who.
    pub person: Person,
    /// Their line about themself; may be empty.
    pub about: String,
    /// Since when they are a member.
    pub member_since: Moment,
}

/// It did not come about.
pub struct Closed {
    /// What the reader may know of why.
    pub state: ClosedState,
    /// The same as a sentence.
    pub standing: Sentence,
    /// Who asked the reader, where somebody did and the message is still there.
    pub by: Option<Writer>,
    /// The message, where the reader may still see it.
    pub message: Option<Message>,
    /// The address of what the reader saw when they were in it before.
    pub earlier: Option<String>,
    /// Whether the reader blocked one of several who are in it, and can still accept.
    pub has_blocked: bool,
    /// Whom the reader blocked, and so cannot accept after all.
    pub blocked: Option<Person>,
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
