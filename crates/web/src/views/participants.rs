//! Who is in a conversation of several, and who has read a message of it.

use super::{ConversationList, Frame, Input, Membership, Person, Show, Title};
use askama::Template;

/// Who is in a conversation of several, and what can be done about it.
#[derive(Template)]
#[template(path = "conversations/participants.html")]
pub struct ParticipantsPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The list.
    pub list: ConversationList,
    /// The conversation.
    pub id: String,
    /// What it is called.
    pub title: Title,
    /// The title its people gave it, to be changed: only for hosts. Posts `title`.
    pub naming: Option<Input>,
    /// Whether everyone may add people, to be changed: only for hosts. Posts `adding`.
    pub everyone_adds: Option<bool>,
    /// Whether the reader may add people.
    pub may_add: bool,
    /// Whether the reader may leave.
    pub may_leave: bool,
    /// The reader, where they take part: whether they are a host.
    pub own: Option<(Person, bool)>,
    /// The others, as the reader may know them.
    pub others: Vec<ParticipantEntry>,
}

impl ParticipantsPage {
    /// Whether there is another host: then the reader need not stay one.
    fn has_other_host(&self) -> bool {
        self.others.iter().any(|other| other.host)
    }
}

/// Somebody else in a conversation.
pub struct ParticipantEntry {
    /// Who.
    pub person: Person,
    /// Whether they are on the site now.
    pub on_site: bool,
    /// Whether they are invited, and have not accepted.
    pub invited: bool,
    /// Whether they are a host.
    pub host: bool,
    /// Who asked them, as a sentence.
    pub asked_by: Option<String>,
    /// Whether the reader may take them out, or take their invitation back.
    pub may_remove: bool,
    /// Whether the reader may make them a host, or a host no more.
    pub may_change_role: bool,
}

/// Who has read a message.
#[derive(Template)]
#[template(path = "conversations/readers.html")]
pub struct ReadersPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The list.
    pub list: ConversationList,
    /// The conversation.
    pub id: String,
    /// The message.
    pub message: String,
    /// Those who have read it.
    pub read: Vec<Person>,
    /// Those who have not.
    pub unread: Vec<Person>,
}
