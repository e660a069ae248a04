use super::{Seat, record_for};
use crate::{Actor, App, Error, News, limits, markdown, new_id};
use ring::digest::{Context, SHA256};
use snug_domain::ConversationId;
use snug_domain::conversations::{ChangeKind, ClientId, EntryKind, MESSAGES_BY_PERSON, MessageText, Origin};
use snug_store::messages::{self, Message};
use snug_store::{Tx, conversations, participants};

/// What somebody is about to say.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The text, in Markdown.
    pub text: MessageText,
    /// The key that makes a retry harmless.
    pub client_id: ClientId,
    /// Where it comes from.
    pub origin: Origin,
}

/// A message that stands, whether it was sent now or before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Posted {
    /// Sent now.
    New(Message),
    /// The same was sent before: this is what came of it.
    Before(Message),
}

impl Posted {
    /// The message.
    #[must_use]
    pub fn message(&self) -> &Message {
        match self {
            Self::New(message) | Self::Before(message) => message,
        }
    }
}

impl App {
    /// Says something in a conversation.
    pub async fn reply(&self, actor: &Actor, conversation: ConversationId, draft: Draft) -> Result<Posted, Error> {
        let html = markdown::to_html(draft.text.as_str());
        let fingerprint = fingerprint(&[&conversation.to_string(), draft.text.as_str()]);
        let (actor, limits) = (actor.clone(), self.settings.limits);
        self.write(move |tx, news| {
            let seat = Seat::hold(tx, &actor, conversation)?;
            if let Some(earlier) = find_earlier(tx, &actor, &draft.client_id, &fingerprint)? {
                return Ok(earlier);
            }
            seat.may_write()?;
            let community = actor.community_id();
            let author = actor.person.to_string();
            limits::admit(tx, limits, community, MESSAGES_BY_PERSON, &author, actor.now)?;
            let message = Message {
                id: new_id(actor.now),
                conversation,
                sequence: 0,
                kind: EntryKind::Message,
                author: actor.person,
                origin: draft.origin,
                source: draft.text.as_str().to_owned(),
                html: html.clone(),
                client_id: Some(draft.client_id.as_str().to_owned()),
                created_at: actor.now,
                edited_at: None,
                deleted_at: None,
            };
            let message = append(tx, news, &actor, &seat, message, Some(&fingerprint), ChangeKind::Message)?;
            Ok(Posted::New(message))
        })
        .await
    }
}

/// Puts an entry at the end of a conversation and counts it for everybody in it.
pub(super) fn append(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    seat: &Seat,
    message: Message,
    fingerprint: Option<&[u8]>,
    change: ChangeKind,
) -> Result<Message, Error> {
    let (community, conversation) = (actor.community_id(), message.conversation);
    let sequence = conversations::next_sequence(tx, community, conversation)?;
    let message = Message { sequence, ..message };
    messages::insert(tx, community, &message, fingerprint)?;
    let people = vec![(seat.own.person, change), (seat.other.person, change)];
    record_for(tx, news, actor, conversation, people, Some(message.id))?;
    participants::count_entry(tx, community, conversation, actor.person, sequence, actor.now)?;
    Ok(message)
}

/// What came of the same request before. Another content under the same key is a mistake of the
/// sender's program, and must not look as if it was sent.
pub(super) fn find_earlier(
    tx: &mut Tx<'_>,
    actor: &Actor,
    client_id: &ClientId,
    fingerprint: &[u8],
) -> Result<Option<Posted>, Error> {
    match messages::find_by_client_id(tx, actor.community_id(), actor.person, client_id.as_str())? {
        None => Ok(None),
        Some(sent) if sent.fingerprint.as_deref() == Some(fingerprint) => Ok(Some(Posted::Before(sent.message))),
        Some(_) => Err(Error::Conflict),
    }
}

/// A short proof that two requests are the same.
pub(super) fn fingerprint(parts: &[&str]) -> Vec<u8> {
    let mut context = Context::new(&SHA256);
    for part in parts {
        context.update(&part.len().to_le_bytes());
        context.update(part.as_bytes());
    }
    context.finish().as_ref().iter().copied().take(16).collect()
}
