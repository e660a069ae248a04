//! Conversations of the caller: the list, one of them, and what is done with it.

pub(super) mod accept;
pub(super) mod add_people;
pub(super) mod adding;
pub(super) mod archive;
pub(super) mod decline;
pub(super) mod leave;
pub(super) mod level;
pub(super) mod list;
mod listed;
mod participant;
pub(super) mod read;
pub(super) mod remind;
pub(super) mod remove;
pub(super) mod rename;
pub(super) mod role;
pub(super) mod show;
pub(super) mod star;
pub(super) mod start;
pub(super) mod unread;
pub(super) mod withdraw;

pub(super) use listed::ListedConversation;

use self::adding::Adding;
use self::level::Level;
use self::participant::{Kind, Participant, Role};
use crate::api::time::Time;
use crate::api::v1::people::NamedPerson;
use serde::Serialize;
use snug_app::conversations::{self, Reminder};
use snug_domain::conversations::{REMINDED_AFTER, UNDECIDED_LAPSES};
use snug_domain::people::{self, Person};
use utoipa::ToSchema;
use uuid::Uuid;

/// A conversation, as the caller sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Conversation {
    /// Its id.
    id: Uuid,
    /// What it is.
    kind: Kind,
    /// Its title; null where it goes by the names of its participants.
    title: Option<String>,
    /// What it is to the caller.
    state: Stand,
    /// The other participants, as far as the caller may know them; at most 100.
    participants: Vec<Participant>,
    /// The number of participants, the caller included.
    participant_count: i64,
    /// What the caller may do in it beside writing.
    role: Role,
    /// Who may add people to it; `hosts` where the caller is not in it.
    adding: Adding,
    /// Whether the caller may add people to it now.
    may_add: bool,
    /// Whether the caller, who is invited or finds it closed, blocked somebody who takes part.
    has_blocked: bool,
    /// The direct conversation it was begun from, if the caller is in that too.
    begun_from: Option<Uuid>,
    /// Who invited the caller; null if they began it.
    invited_by: Option<NamedPerson>,
    /// Whether the caller put it away.
    archived: bool,
    /// How much the caller wants to hear of it.
    level: Level,
    /// Whether the caller gave it a star.
    starred: bool,
    /// How many entries are unread.
    unread_count: i64,
    /// The number of the last entry the caller read.
    read_sequence: i64,
    /// When its invitation was sent: the caller's, or else the last of the others'.
    sent_at: Time,
    /// Until when an invitation can be answered, while it waits.
    lapses_at: Option<Time>,
    /// When the caller may remind those who have not answered; null where there is nobody to remind, or they were.
    may_remind_at: Option<Time>,
    /// When the caller reminded them.
    reminded_at: Option<Time>,
    /// Whether the mail with the caller's invitation came back.
    invitation_bounced: bool,
    /// The number of the last change: live events go on from there.
    change: i64,
}

/// How a conversation stands for somebody.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Stand {
    /// The caller can write, and at least one other.
    Talking,
    /// The caller is the only one in it, and can add people.
    Alone,
    /// Nobody has accepted yet.
    Waiting,
    /// Nobody accepted in time.
    Lapsed,
    /// The caller took the invitation back.
    Withdrawn,
    /// The caller is asked.
    Invited,
    /// The caller said no, and can still say yes.
    Declined,
    /// The caller left.
    Left,
    /// The caller is not in it any more.
    Removed,
    /// Nobody can write in it any more; what was said stays.
    Closed,
    /// There is nothing to do in it any more.
    Gone,
}

impl From<conversations::Stand> for Stand {
    fn from(stand: conversations::Stand) -> Self {
        match stand {
            conversations::Stand::Talking => Self::Talking,
            conversations::Stand::Alone => Self::Alone,
            conversations::Stand::Waiting { .. } => Self::Waiting,
            conversations::Stand::Lapsed => Self::Lapsed,
            conversations::Stand::Withdrawn => Self::Withdrawn,
            conversations::Stand::Invited { .. } => Self::Invited,
            conversations::Stand::Declined => Self::Declined,
            conversations::Stand::Left => Self::Left,
            conversations::Stand::Removed => Self::Removed,
            conversations::Stand::Closed => Self::Closed,
            conversations::Stand::Gone => Self::Gone,
        }
    }
}

impl Conversation {
    /// A conversation, as the caller sees it.
    pub(super) fn new(shown: &conversations::Conversation, caller: &Person) -> Self {
        use conversations::Stand::{Invited, Waiting};
        let lapses_at = match shown.stand {
            Waiting { sent_at } | Invited { sent_at } => Some(Time(sent_at + UNDECIDED_LAPSES)),
            _ => None,
        };
        let (may_remind_at, reminded_at) = match shown.reminder {
            Some(Reminder::From(at)) => (Some(Time(at)), None),
            Some(Reminder::Now) => (Some(Time(shown.sent_at + REMINDED_AFTER)), None),
            Some(Reminder::Sent(at)) => (None, Some(Time(at))),
            None => (None, None),
        };
        let inviter = shown.inviter.as_ref();
        Self {
            id: shown.id.0,
            kind: shown.kind.into(),
            title: participant::title(&shown.title),
            state: shown.stand.into(),
            participants: participant::participants(&shown.participants, caller),
            participant_count: participant::count(shown.others),
            role: shown.role.into(),
            adding: shown.adding.into(),
            may_add: shown.may_add,
            has_blocked: shown.has_blocked,
            begun_from: shown.begun_from.map(|from| from.0),
            invited_by: inviter.map(|inviter| NamedPerson::from(&people::NamedPerson::from(&inviter.person))),
            archived: shown.archived,
            level: shown.level.into(),
            starred: shown.starred,
            unread_count: shown.unread_count,
            read_sequence: shown.read_sequence,
            sent_at: shown.sent_at.into(),
            lapses_at,
            may_remind_at,
            reminded_at,
            invitation_bounced: shown.invitation_bounced,
            change: shown.change_number,
        }
    }
}
