//! Beginning a conversation, and the places where one writes.

use super::{ConversationList, Frame, Input, Membership, Person, PersonCard, Sentence, Show, Title};
use askama::Template;

/// Choosing whom to write to. The search is `?q=`.
#[derive(Template)]
#[template(path = "conversations/choose_person.html")]
pub struct ChoosePersonPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The list.
    pub list: ConversationList,
    /// What is searched for.
    pub search: String,
    /// Those found; everybody's first few where nothing is searched for.
    pub people: Vec<PersonCard>,
    /// Whether so many fit a part of the search that not all of them were looked at.
    pub very_many: bool,
}

/// The first message to somebody. Posts `to`, `text`, `client_id`.
#[derive(Template)]
#[template(path = "conversations/start.html")]
pub struct StartPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The list.
    pub list: ConversationList,
    /// To whom.
    pub to: Person,
    /// Where the message is written.
    pub composer: Composer,
    /// Why it cannot be started now, said before anybody types.
    pub refused: Option<Sentence>,
}

/// The place where one writes.
pub struct Composer {
    /// What the conversation is called whose people get it.
    pub to: Title,
    /// Who reads it, and how they hear of it.
    pub reaches: String,
    /// The text in it.
    pub text: String,
    /// Why it was not sent.
    pub error: Option<String>,
    /// The key that makes sending twice harmless.
    pub client_id: String,
}

/// The new text of a message, which could not be taken. Posts `text`.
#[derive(Template)]
#[template(path = "conversations/edit_message.html")]
pub struct EditMessagePage {
    /// What surrounds it.
    pub frame: Frame,
    /// The list.
    pub list: ConversationList,
    /// The conversation it is in.
    pub conversation: String,
    /// The message.
    pub message: String,
    /// The version it is made from.
    pub version: Option<i64>,
    /// What the message says by now, as clean HTML, where it was changed elsewhere meanwhile.
    pub changed: Option<String>,
    /// What was typed, and why it was not taken.
    pub text: Input,
}

/// What a message will look like.
#[derive(Template)]
#[template(path = "conversations/preview.html")]
pub struct PreviewPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The message as clean HTML; empty where nothing was typed.
    pub html: String,
    /// Why it cannot be shown now.
    pub error: Option<String>,
}
