//! *My Conversations*: the list, one that is open, and what is done there.

pub(crate) mod accept;
pub(crate) mod add_people;
pub(crate) mod archive;
pub(crate) mod decline;
pub(crate) mod decline_all;
pub(crate) mod delete_message;
pub(crate) mod edit_message;
pub(crate) mod index;
pub(crate) mod level;
mod list;
pub(crate) mod new;
pub(crate) mod participants;
pub(crate) mod preview;
pub(crate) mod read;
pub(crate) mod readers;
mod recipients;
pub(crate) mod remind;
pub(crate) mod reply;
pub(crate) mod restore_message;
pub(crate) mod show;
pub(crate) mod start;
mod stay;
pub(crate) mod withdraw;

use crate::fault::Failure;
use crate::pages::Reading;
use crate::views::streams::MessageStream;
use crate::visit::Member;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT;
use snug_app::conversations::Slice;
use snug_app::{Error, Message, new_id};
use snug_domain::{ConversationId, MessageId, Timestamp};
use uuid::Uuid;

/// The conversation named in a path. What is no id names none.
fn conversation_id(text: &str) -> Result<ConversationId, Failure> {
    text.parse().map_err(|_| Failure(Error::NotFound))
}

/// The message named in a path. What is no id names none.
fn message_id(text: &str) -> Result<MessageId, Failure> {
    text.parse().map_err(|_| Failure(Error::NotFound))
}

/// Whether a script of ours asks, and puts the answer into the open page.
fn wants_stream(headers: &HeaderMap) -> bool {
    let accepted = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
    accepted
        .is_some_and(|accepted| accepted.starts_with("text/vnd.turbo-stream.html") && !accepted.contains("text/html,"))
}

/// Whether a script of ours puts the answer into the open page, or takes a redirect: Turbo, for a form.
fn takes_stream(headers: &HeaderMap) -> bool {
    let accepted = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
    accepted.is_some_and(|accepted| accepted.contains("text/vnd.turbo-stream.html"))
}

/// A message of the reader's at its place in the open page.
async fn message_stream(member: &Member, own: &Message) -> Result<MessageStream, Failure> {
    let (actor, conversation) = (member.actor(), own.conversation);
    let slice = Slice::After(own.sequence - 1);
    let (shown, messages) = member.app().show_conversation(&actor, conversation, slice, 1).await?;
    let texts = member.visit.texts();
    let message = Reading::of(&member.visit.times(), actor.person, &shown).message(own, messages.quoted_by(own));
    Ok(MessageStream { t: texts, message })
}

/// The key of a form, for a browser that runs no script to make one.
fn new_client_id(now: Timestamp) -> String {
    let id: Uuid = new_id(now);
    id.to_string()
}
