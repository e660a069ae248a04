//! What is said in a conversation.

pub(super) mod delete;
pub(super) mod edit;
pub(super) mod list;
pub(super) mod restore;
pub(super) mod send;

use crate::api::fields;
use crate::api::time::Time;
use crate::api::v1::people::NamedPerson;
use serde::Serialize;
use snug_app::conversations::Draft;
use snug_domain::conversations::{self, ClientId, EntryKind, MessageText};
use snug_domain::{Field, Invalid, PersonId};
use utoipa::ToSchema;
use uuid::Uuid;

/// An entry of a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Message {
    /// Its id.
    id: Uuid,
    /// The conversation it is in.
    conversation: Uuid,
    /// Its number there.
    sequence: i64,
    /// What it is.
    kind: Kind,
    /// Who wrote it, or did what it says.
    author: NamedPerson,
    /// Where it came from.
    origin: Origin,
    /// As it was written, in Markdown; nothing once deleted.
    text: String,
    /// As it is shown, in clean HTML; nothing once deleted.
    html: String,
    /// The version of its text: another after each edit.
    version: i64,
    /// The key the caller sent it with; null for what others wrote.
    client_id: Option<String>,
    /// When it was written.
    created_at: Time,
    /// When it was last edited.
    edited_at: Option<Time>,
    /// When it was deleted.
    deleted_at: Option<Time>,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = EntryKind)]
pub(crate) enum Kind {
    /// What somebody wrote.
    Message,
    /// A line: its author accepted the invitation.
    Joined,
    /// A line: its author left.
    Left,
}

/// Where a message came from.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Origin {
    /// A page of the site.
    Site,
    /// The API.
    Api,
    /// A mail.
    Mail,
}

impl Message {
    /// An entry of a conversation, as the caller reads it.
    pub(crate) fn new(message: &snug_app::Message, caller: PersonId) -> Self {
        Self {
            id: message.id.0,
            conversation: message.conversation.0,
            sequence: message.sequence,
            kind: message.kind.into(),
            author: NamedPerson::from(&message.author),
            origin: message.origin.into(),
            text: message.source.clone(),
            html: message.html.clone(),
            version: snug_app::conversations::version(message),
            client_id: message.client_id.clone().filter(|_| message.author.id == caller),
            created_at: message.created_at.into(),
            edited_at: message.edited_at.map(Time),
            deleted_at: message.deleted_at.map(Time),
        }
    }
}

impl From<EntryKind> for Kind {
    fn from(kind: EntryKind) -> Self {
        match kind {
            EntryKind::Message => Self::Message,
            EntryKind::Joined => Self::Joined,
            EntryKind::Left => Self::Left,
        }
    }
}

impl From<conversations::Origin> for Origin {
    fn from(origin: conversations::Origin) -> Self {
        match origin {
            conversations::Origin::Site => Self::Site,
            conversations::Origin::Api => Self::Api,
            conversations::Origin::Mail => Self::Mail,
        }
    }
}

/// The text of a message.
fn parse_text(text: &str) -> Result<MessageText, Invalid> {
    fields::check_length(Field::Text, text)?;
    MessageText::parse(text)
}

/// What the caller is about to say.
pub(super) fn draft(text: &str, client_id: &str) -> Result<Draft, Invalid> {
    let (text, client_id) = (parse_text(text)?, ClientId::parse(client_id)?);
    Ok(Draft { text, client_id, origin: conversations::Origin::Api })
}
