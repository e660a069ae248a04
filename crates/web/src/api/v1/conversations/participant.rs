use crate::api::v1::people::NamedPerson;
use serde::{Deserialize, Serialize};
use snug_app::conversations;
use snug_domain::conversations::{self as rules, ConversationKind, ToldState};
use snug_domain::people::Person;
use utoipa::ToSchema;

/// What a conversation is.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = ConversationKind)]
pub(crate) enum Kind {
    /// Exactly two people, for ever.
    Direct,
    /// Several people.
    Group,
    /// A team with somebody who wrote to it.
    Inbox,
    /// One to many, answers private.
    Announcement,
}

/// Another participant of a conversation, as far as the caller may know them.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Participant {
    #[serde(flatten)]
    person: NamedPerson,
    /// Whether the name looks like that of another member: tell the two apart by their handles.
    lookalike: bool,
    /// How they take part; null if the caller is not told.
    state: Option<State>,
    /// What they may do beside writing. Told only between participants who joined; else `member`.
    role: Role,
    /// The handle of who invited them, if that is the caller or one of the participants listed here; null if the
    /// caller is not told.
    invited_by: Option<String>,
    /// Whether they are on the site. Told only between participants who joined and both show it.
    present: bool,
    /// The number of the last entry they read; 0 if the caller is not told.
    read_sequence: i64,
}

/// How a participant takes part. A declined invitation stays `invited`.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = ParticipantState)]
pub(crate) enum State {
    /// Invited, and did not accept.
    Invited,
    /// Takes part.
    Joined,
    /// Left.
    Left,
    /// Was removed.
    Removed,
}

/// What a participant may do beside writing.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Role {
    /// Nothing.
    Member,
    /// Renames the conversation, removes participants, says who adds people, and makes hosts.
    Host,
}

/// Others of a conversation, as the caller may know them.
pub(super) fn participants(told: &[conversations::Participant], caller: &Person) -> Vec<Participant> {
    let known = || told.iter().map(|other| (other.person.id, &other.person.handle));
    let handle = |id| known().chain([(caller.id, &caller.handle)]).find(|(known, _)| *known == id);
    let participant = |told: &conversations::Participant| Participant {
        person: NamedPerson::from(&told.person),
        lookalike: told.is_lookalike,
        state: told.state.map(State::from),
        role: told.role.into(),
        invited_by: told.asked_by.and_then(handle).map(|(_, handle)| handle.to_string()),
        present: told.is_present,
        read_sequence: told.read_sequence,
    };
    told.iter().map(participant).collect()
}

/// How many participants a conversation has with so many others: the caller is one.
pub(super) fn count(others: usize) -> i64 {
    i64::try_from(others).unwrap_or(i64::MAX).saturating_add(1)
}

/// What its people call a conversation; null where it goes by their names.
pub(super) fn title(title: &conversations::Title) -> Option<String> {
    match title {
        conversations::Title::Named(name) => Some(name.clone()),
        conversations::Title::People { .. } => None,
    }
}

impl From<ConversationKind> for Kind {
    fn from(kind: ConversationKind) -> Self {
        match kind {
            ConversationKind::Direct => Self::Direct,
            ConversationKind::Group => Self::Group,
            ConversationKind::Inbox => Self::Inbox,
            ConversationKind::Announcement => Self::Announcement,
        }
    }
}

impl From<ToldState> for State {
    fn from(state: ToldState) -> Self {
        match state {
            ToldState::Invited => Self::Invited,
            ToldState::Joined => Self::Joined,
            ToldState::Left => Self::Left,
            ToldState::Removed => Self::Removed,
        }
    }
}

impl From<rules::Role> for Role {
    fn from(role: rules::Role) -> Self {
        match role {
            rules::Role::Member => Self::Member,
            rules::Role::Host => Self::Host,
        }
    }
}

impl From<Role> for rules::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Member => Self::Member,
            Role::Host => Self::Host,
        }
    }
}
