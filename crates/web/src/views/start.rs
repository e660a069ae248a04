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

/// The first message to one or several. Posts `to` for each, `title`, `from`, `text`, `client_id`.
#[derive(Template)]
#[template(path = "conversations/start.html")]
pub struct StartPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The list.
    pub list: ConversationList,
    /// To whom.
    pub recipients: Recipients,
    /// The direct conversation it is begun from.
    pub from: Option<String>,
    /// What a conversation of several is called.
    pub title: Input,
    /// Where the message is written; or why it cannot be started with this one person, said before anybody types.
    pub composer: Result<Composer, Sentence>,
}

/// More people for a conversation. Posts `to` for each, `history`, `from_message`, `text`, `client_id`.
#[derive(Template)]
#[template(path = "conversations/add_people.html")]
pub struct AddPeoplePage {
    /// What surrounds it.
    pub frame: Frame,
    /// The list.
    pub list: ConversationList,
    /// The conversation.
    pub id: String,
    /// What it is called.
    pub title: Title,
    /// Whom.
    pub recipients: Recipients,
    /// The message from which on they can see what was said, if it was chosen: its id and its first words.
    pub from_message: Option<(String, String)>,
    /// What they see of what was said before, as it was chosen.
    pub history: Seen,
    /// Whether the reader was away in between, and shows nothing of what they read before.
    pub after_a_gap: bool,
    /// Where the message is written that they are invited with; or why nobody can be added.
    pub composer: Result<Composer, Sentence>,
}

/// What people who are added see of what was said before: `history`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Everything.
    All,
    /// From a message on.
    From,
    /// Nothing.
    Now,
}

impl Seen {
    /// The word in forms.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::From => "from",
            Self::Now => "now",
        }
    }

    /// The choice of this word; nothing of what was said, where it is none.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        [Self::All, Self::From].into_iter().find(|seen| seen.word() == word).unwrap_or(Self::Now)
    }
}

/// Those a message goes to, and the search for more of them.
pub struct Recipients {
    /// Those who are chosen.
    pub chosen: Vec<Recipient>,
    /// What is searched for.
    pub search: String,
    /// What the search found.
    pub found: FoundPeople,
    /// What else the address of the page says, to be kept: names and values.
    pub kept: Vec<(&'static str, String)>,
    /// What stands against all of them together.
    pub refused: Option<Sentence>,
    /// What becomes of it, said before the message.
    pub lead: String,
    /// What else on the page is said of those who are chosen, and follows them.
    pub says: Option<Says>,
}

/// What a page says of those a message goes to, beside naming them.
pub struct Says {
    /// What the page is called.
    pub heading: String,
    /// How the message reaches them.
    pub reaches: String,
    /// The name of the draft.
    pub draft: String,
}

impl Recipients {
    /// Whether something stands against any of them, or all.
    #[must_use]
    pub fn says_why(&self) -> bool {
        self.refused.is_some() || self.chosen.iter().any(|chosen| chosen.refused.is_some())
    }

    /// The name under which a browser keeps what is not sent yet: by those it is to, in whatever order they were chosen.
    /// The list of drafts reads it (`frontend/src/composer/begun.ts`).
    #[must_use]
    pub fn draft(&self) -> String {
        let mut handles: Vec<_> = self.chosen.iter().map(|chosen| chosen.person.handle.as_str()).collect();
        handles.sort_unstable();
        let to = handles.join("+");
        match self.kept.iter().find(|(name, _)| *name == "from") {
            Some((_, from)) => format!("from-{from}-{to}"),
            None => format!("to-{to}"),
        }
    }

    /// Whether somebody has yet to be chosen: nobody is, or only the one whose conversation gets company.
    #[must_use]
    pub fn lacks_somebody(&self) -> bool {
        let gets_company = self.kept.iter().any(|(name, _)| *name == "from");
        self.chosen.len() < if gets_company { 2 } else { 1 }
    }
}

impl StartPage {
    /// What the page is called: by the one person, or in general.
    fn heading(&self) -> &str {
        self.recipients.says.as_ref().map_or("", |says| says.heading.as_str())
    }

    /// The name of the draft.
    fn draft(&self) -> &str {
        self.recipients.says.as_ref().map_or("", |says| says.draft.as_str())
    }
}

/// Somebody a message goes to.
pub struct Recipient {
    /// Who.
    pub person: Person,
    /// Why they cannot be asked.
    pub refused: Option<Sentence>,
    /// The address of the page without them.
    pub without: String,
}

/// What a search for more of them found; nothing while nothing is searched for.
#[derive(Default)]
pub struct FoundPeople {
    /// Those who can be chosen.
    pub people: Vec<FoundPerson>,
    /// Whether so many fit a part of the search that not all of them were looked at.
    pub very_many: bool,
    /// Whether somebody who fits is chosen already.
    pub are_chosen: bool,
}

/// Somebody found.
pub struct FoundPerson {
    /// Who.
    pub person: Person,
    /// The address of the page with them.
    pub with: String,
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
