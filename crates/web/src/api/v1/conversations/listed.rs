use crate::api::time::Time;
use serde::Serialize;
use snug_app::Listed;
use snug_domain::Timestamp;
use snug_domain::conversations::{EntryKind, ParticipantState, is_lapsed};
use snug_domain::people::is_on_the_site;
use utoipa::ToSchema;
use uuid::Uuid;

/// A conversation in the caller's list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ListedConversation {
    /// Its id.
    id: Uuid,
    /// How it stands for the caller.
    state: ListedState,
    /// The other one.
    with: ListedPerson,
    /// The last words.
    last: LastWords,
    /// How many entries are unread.
    unread_count: i64,
    /// Whether the caller put it away.
    archived: bool,
    /// When something last happened in it.
    active_at: Time,
}

/// How a conversation stands, as far as a list tells.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ListedState {
    /// Both can write.
    Talking,
    /// The other one was asked, and has not accepted.
    Waiting,
    /// The caller is asked.
    Invited,
    /// The caller said no, and can still say yes.
    Declined,
    /// There is nothing to do in it any more.
    Closed,
}

/// The other one in a conversation of the list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ListedPerson {
    /// Their short name.
    handle: String,
    /// What they are called.
    name: String,
    /// Whether they are on the site. Told only between people who accepted each other and both show it.
    present: bool,
}

/// The end of a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LastWords {
    /// What the last entry is.
    kind: super::super::messages::Kind,
    /// Whether the caller wrote it.
    own: bool,
    /// Its beginning, in one line; nothing for what is no message or was deleted.
    text: String,
    /// Whether it was deleted.
    deleted: bool,
}

impl ListedConversation {
    /// What a list shows of a conversation.
    pub(crate) fn new(listed: &Listed, now: Timestamp) -> Self {
        let last = &listed.last;
        let has_words = last.kind == EntryKind::Message && !last.is_deleted;
        Self {
            id: listed.conversation.0,
            state: state(listed, now),
            with: ListedPerson {
                handle: listed.other_handle.to_string(),
                name: listed.other_name.clone(),
                present: is_on_the_site(listed.other_seen_at, now),
            },
            last: LastWords {
                kind: last.kind.into(),
                own: last.author != listed.other,
                text: if has_words { last.excerpt.clone() } else { String::new() },
                deleted: last.is_deleted,
            },
            unread_count: listed.unread_count,
            archived: listed.archived,
            active_at: listed.active_at.into(),
        }
    }
}

fn state(listed: &Listed, now: Timestamp) -> ListedState {
    match (listed.state, listed.other_state) {
        (ParticipantState::Joined, ParticipantState::Joined) => ListedState::Talking,
        (ParticipantState::Joined, _) if is_lapsed(listed.active_at, now) => ListedState::Closed,
        (ParticipantState::Joined, _) => ListedState::Waiting,
        (ParticipantState::Invited, _) => ListedState::Invited,
        (ParticipantState::Declined, ParticipantState::Joined) => ListedState::Declined,
        _ => ListedState::Closed,
    }
}
