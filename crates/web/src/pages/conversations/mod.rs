//! *My Conversations*: the list, one that is open, and what is done there.

pub(crate) mod accept;
pub(crate) mod archive;
pub(crate) mod decline;
pub(crate) mod delete_message;
pub(crate) mod edit_invitation;
pub(crate) mod edit_message;
pub(crate) mod index;
mod list;
pub(crate) mod new;
pub(crate) mod preview;
pub(crate) mod read;
pub(crate) mod reply;
pub(crate) mod show;
pub(crate) mod start;
pub(crate) mod withdraw;

use crate::fault::Failure;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT;
use snug_app::{Error, new_id};
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

/// The key of a form, for a browser that runs no script to make one.
fn new_client_id(now: Timestamp) -> String {
    let id: Uuid = new_id(now);
    id.to_string()
}
