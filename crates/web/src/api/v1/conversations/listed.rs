use super::Stand;
use super::level::Level;
use super::participant::{self, Kind, Participant};
use crate::api::time::Time;
use crate::api::v1::messages::{self, Details};
use crate::api::v1::people::NamedPerson;
use serde::Serialize;
use snug_app::{LastEntry, Listed};
use snug_domain::PersonId;
use snug_domain::conversations::{EntryKind, Shelf};
use snug_domain::people::Person;
use utoipa::ToSchema;
use uuid::Uuid;

/// A conversation in the caller's list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ListedConversation {
    /// Its id.
    id: Uuid,
    /// What it is.
    kind: Kind,
    /// Its title; null where it goes by the names of its participants.
    title: Option<String>,
    /// What it is to the caller.
    state: Stand,
    /// The first four of the other participants, as far as the caller may know them.
    participants: Vec<Participant>,
    /// The number of participants, the caller included.
    participant_count: i64,
    /// The last entry the caller may see.
    last: Option<LastWords>,
    /// How many entries are unread.
    unread_count: i64,
    /// Whether the caller put it away.
    archived: bool,
    /// How much the caller wants to hear of it.
    level: Level,
    /// Whether the caller gave it a star.
    starred: bool,
    /// When something last happened in it.
    active_at: Time,
}

/// The end of a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LastWords {
    /// What the last entry is.
    kind: messages::Kind,
    /// Who wrote it, or did what it says.
    author: NamedPerson,
    /// Whether that is the caller.
    own: bool,
    /// What a line tells of beside its author; null for a message.
    line: Option<Details>,
    /// Its beginning, in one line; nothing for what is no message or was deleted.
    text: String,
    /// Whether it was deleted.
    deleted: bool,
    /// Whether somebody wrote it whom the caller blocked: to be folded in a group.
    from_blocked: bool,
}

impl ListedConversation {
    /// What a list of the caller's shows of a conversation.
    pub(crate) fn new(listed: &Listed, caller: &Person) -> Self {
        Self {
            id: listed.conversation.0,
            kind: listed.kind.into(),
            title: participant::title(&listed.title),
            state: listed.stand.into(),
            participants: participant::participants(&listed.participants, caller),
            participant_count: participant::count(listed.others),
            last: listed.last.as_ref().map(|last| LastWords::new(last, caller.id)),
            unread_count: listed.unread_count,
            archived: listed.shelf == Shelf::Archive,
            level: listed.level.into(),
            starred: listed.starred,
            active_at: listed.active_at.into(),
        }
    }
}

impl LastWords {
    fn new(last: &LastEntry, caller: PersonId) -> Self {
        let has_words = last.kind == EntryKind::Message && !last.is_deleted;
        Self {
            kind: last.kind.into(),
            author: NamedPerson::from(&last.author),
            own: last.author.id == caller,
            line: Details::of(last.kind, last.subject.as_ref(), &last.also, last.detail.as_deref().unwrap_or_default()),
            text: if has_words { last.excerpt.clone() } else { String::new() },
            deleted: last.is_deleted,
            from_blocked: last.from_blocked,
        }
    }
}
