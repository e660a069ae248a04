//! What is said in a conversation.

pub(super) mod delete;
pub(super) mod edit;
pub(super) mod list;
pub(super) mod readers;
pub(super) mod restore;
pub(super) mod send;

use crate::api::fields;
use crate::api::time::Time;
use crate::api::v1::people::NamedPerson;
use serde::Serialize;
use snug_app::conversations::Draft;
use snug_domain::conversations::{self, ClientId, EntryKind, MessageText};
use snug_domain::{Field, Invalid, PersonId, people};
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
    /// The number of the message it answers; null where it answers none, or one the caller may not see.
    in_reply_to: Option<i64>,
    /// Whether somebody wrote it whom the caller blocked: to be folded in a group.
    from_blocked: bool,
    /// Where it came from.
    origin: Origin,
    /// What a line tells of beside its author; null for a message.
    line: Option<Details>,
    /// As it was written, in Markdown; nothing once deleted, and nothing for a line.
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
#[serde(rename_all = "snake_case")]
#[schema(as = EntryKind)]
pub(crate) enum Kind {
    /// What somebody wrote.
    Message,
    /// A line: its author began the conversation.
    Started,
    /// A line: its author accepted the invitation of its subject.
    Joined,
    /// A line: its author left.
    Left,
    /// A line: its author left, and is back.
    Returned,
    /// A line: its author invited its subject, and maybe others, with the history told.
    Invited,
    /// A line: its author took the invitation of its subject back.
    Uninvited,
    /// A line: its author removed its subject.
    Removed,
    /// A line: its author gave the conversation the title told, or took it away.
    Renamed,
    /// A line: its author made its subject a host.
    MadeHost,
    /// A line: its author made its subject, or themself, a host no more.
    UnmadeHost,
    /// A line: its subject became a host, because its author, the last one, left.
    BecameHost,
    /// A line: its subject, who became a host because its author left, is none any more, because they are back.
    GaveHostBack,
    /// A line: its author let everyone add people.
    EveryoneAdds,
    /// A line: its author let only hosts add people.
    HostsAdd,
    /// A line of a direct conversation: its author began the conversation told from there.
    Continued,
}

/// What a line tells of beside its author.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LineDetails)]
pub(crate) struct Details {
    /// Whom it is about.
    subject: Option<NamedPerson>,
    /// Whom it is about too, where several people were invited at once.
    also: Vec<NamedPerson>,
    /// What whoever was invited sees of what was said before.
    history: Option<History>,
    /// The title, where it is another; null where it was taken away.
    title: Option<String>,
    /// The conversation that was begun.
    conversation: Option<Uuid>,
}

/// What somebody who is invited sees of what was said before.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = ToldHistory)]
pub(crate) enum History {
    /// Everything.
    All,
    /// What was said from an earlier entry on.
    From,
    /// Nothing.
    Now,
}

impl Details {
    /// What a line of this kind tells of; `None` for a message.
    pub(super) fn of(
        kind: EntryKind,
        subject: Option<&people::NamedPerson>,
        also: &[people::NamedPerson],
        detail: &str,
    ) -> Option<Self> {
        let (subject, also) = (subject.map(NamedPerson::from), also.iter().map(NamedPerson::from).collect());
        let none = Self { subject, also, history: None, title: None, conversation: None };
        Some(match kind {
            EntryKind::Message => return None,
            EntryKind::Invited => {
                let history = conversations::Added::read(detail).map(|added| added.history.into());
                Self { history, ..none }
            }
            EntryKind::Renamed => Self { title: Some(detail.to_owned()).filter(|title| !title.is_empty()), ..none },
            EntryKind::Continued => Self { conversation: detail.parse().ok(), ..none },
            _ => none,
        })
    }
}

impl From<conversations::History> for History {
    fn from(history: conversations::History) -> Self {
        match history {
            conversations::History::All => Self::All,
            conversations::History::From(_) => Self::From,
            conversations::History::Now => Self::Now,
        }
    }
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
            in_reply_to: message.in_reply_to,
            from_blocked: message.from_blocked,
            origin: message.origin.into(),
            line: Details::of(message.kind, message.subject.as_ref(), &message.also, &message.source),
            text: if message.kind == EntryKind::Message { message.source.clone() } else { String::new() },
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
            EntryKind::Started => Self::Started,
            EntryKind::Joined => Self::Joined,
            EntryKind::Left => Self::Left,
            EntryKind::Returned => Self::Returned,
            EntryKind::Invited => Self::Invited,
            EntryKind::Uninvited => Self::Uninvited,
            EntryKind::Removed => Self::Removed,
            EntryKind::Renamed => Self::Renamed,
            EntryKind::MadeHost => Self::MadeHost,
            EntryKind::UnmadeHost => Self::UnmadeHost,
            EntryKind::BecameHost => Self::BecameHost,
            EntryKind::GaveHostBack => Self::GaveHostBack,
            EntryKind::EveryoneAdds => Self::EveryoneAdds,
            EntryKind::HostsAdd => Self::HostsAdd,
            EntryKind::Continued => Self::Continued,
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
