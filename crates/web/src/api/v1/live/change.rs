use crate::api::v1::conversations::Stand;
use crate::api::v1::messages::Message;
use serde::Serialize;
use snug_app::live::Event;
use snug_domain::PersonId;
use snug_domain::conversations::ChangeKind;
use utoipa::ToSchema;
use uuid::Uuid;

/// A change visible to the caller: the data of an event.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Change {
    /// Number of the change, and id of the event.
    number: i64,
    /// Kind of change.
    kind: Kind,
    /// Id of the conversation.
    conversation: Uuid,
    /// What that is to the caller now; null if it is not to be seen any more.
    state: Option<Stand>,
    /// How many entries of it are unread now.
    unread_count: i64,
    /// The number of the last entry the caller read.
    read_sequence: i64,
    /// The number of the last entry that any other participant read.
    read_by_others: i64,
    /// The message it was about, as it is now.
    message: Option<Message>,
}

/// What changed.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ChangeKind)]
pub(crate) enum Kind {
    /// A message came, or was sent from elsewhere.
    Message,
    /// A message was edited, or restored after it was deleted.
    Edited,
    /// A message was deleted.
    Deleted,
    /// The caller read on, here or elsewhere.
    Read,
    /// Somebody read what the caller wrote.
    ReadByOther,
    /// The caller was invited, or the message they were invited with was edited.
    Invited,
    /// The invitation was accepted.
    Accepted,
    /// The invitation is not open any more.
    Withdrawn,
    /// The conversation stands elsewhere in the list.
    Listed,
    /// The direct conversation was closed, or goes on again.
    Closed,
}

impl Change {
    /// An event, as a program of the caller's is told.
    pub(super) fn new(event: &Event, caller: PersonId) -> Self {
        let happened = event.happened.as_ref();
        let listed = happened.map(|happened| &happened.listed);
        let message = happened.and_then(|happened| happened.message.as_ref());
        Self {
            number: event.number,
            kind: event.kind.into(),
            conversation: event.conversation.0,
            state: listed.map(|listed| listed.stand.into()),
            unread_count: listed.map_or(0, |listed| listed.unread_count),
            read_sequence: listed.map_or(0, |listed| listed.read_sequence),
            read_by_others: listed.map_or(0, |listed| listed.read_by_others),
            message: message.map(|message| Message::new(message, caller)),
        }
    }
}

impl From<ChangeKind> for Kind {
    fn from(kind: ChangeKind) -> Self {
        match kind {
            ChangeKind::Message => Self::Message,
            ChangeKind::Edited => Self::Edited,
            ChangeKind::Deleted => Self::Deleted,
            ChangeKind::Read => Self::Read,
            ChangeKind::ReadByOther => Self::ReadByOther,
            ChangeKind::Invited => Self::Invited,
            ChangeKind::Accepted => Self::Accepted,
            ChangeKind::Withdrawn => Self::Withdrawn,
            ChangeKind::Listed => Self::Listed,
            ChangeKind::Closed => Self::Closed,
        }
    }
}
