//! The directory, and the page of one person.

use super::{Frame, Moment, Person, Sentence};
use askama::Template;

/// The directory. The search is `?q=`.
#[derive(Template)]
#[template(path = "people/directory.html")]
pub struct DirectoryPage {
    /// What surrounds it.
    pub frame: Frame,
    /// What is searched for; empty for everybody.
    pub search: String,
    /// Those found on this page.
    pub people: Vec<PersonCard>,
    /// The address of the next page.
    pub next: Option<String>,
}

/// A person in a list.
pub struct PersonCard {
    /// Who it is.
    pub person: Person,
    /// Their line about themself; may be empty.
    pub about: String,
}

/// The page of one person.
#[derive(Template)]
#[template(path = "people/profile.html")]
pub struct ProfilePage {
    /// What surrounds it.
    pub frame: Frame,
    /// Who it is.
    pub person: Person,
    /// Their line about themself; may be empty.
    pub about: String,
    /// Since when they are a member.
    pub member_since: Moment,
    /// Whether they are on the site now.
    pub on_site: bool,
    /// What the reader can do about talking with them.
    pub door: Door,
    /// Whether the reader can block them.
    pub may_block: bool,
}

/// The one action of a profile.
pub enum Door {
    /// It is the reader's own: edit it.
    Own,
    /// A conversation can be started.
    Start,
    /// There is one to go on with.
    Resume {
        /// That conversation.
        conversation: String,
    },
    /// They invited the reader, who has not answered.
    Answer {
        /// The conversation with the invitation.
        conversation: String,
    },
    /// The reader invited them: it waits, lapsed, or was withdrawn.
    Waiting {
        /// How it stands.
        standing: Sentence,
        /// The conversation with the invitation.
        conversation: String,
    },
    /// The reader declined their invitation, and can still accept it.
    Declined {
        /// How it stands.
        standing: Sentence,
        /// The conversation with the invitation.
        conversation: String,
    },
    /// The reader blocked them.
    Blocked {
        /// The same as a sentence.
        reason: Sentence,
    },
    /// Not now, and why.
    Refused {
        /// The reason, as a sentence.
        reason: Sentence,
    },
    /// Not signed in.
    SignIn,
    /// Conversations are off: nothing is said about them.
    Nothing,
}
