use super::list::{Listing, list};
use super::{conversation_id, message_id};
use crate::pages::{Answer, frame, named, page};
use crate::views::ReadersPage;
use crate::visit::Member;
use axum::extract::Path;
use axum::http::StatusCode;

/// `GET /conversations/{id}/messages/{message}/readers`: who has read a message.
pub(crate) async fn show(member: Member, Path((id, message)): Path<(String, String)>) -> Answer {
    let (conversation, message) = (conversation_id(&id)?, message_id(&message)?);
    let readers = member.app().list_readers(&member.actor(), conversation, message).await?;
    let shown = ReadersPage {
        frame: frame(&member.visit).await?,
        list: list(&member, &Listing::default(), Some(conversation)).await?,
        id: conversation.to_string(),
        message: message.to_string(),
        read: readers.read.iter().map(named).collect(),
        unread: readers.unread.iter().map(named).collect(),
    };
    page(&member.visit, StatusCode::OK, &shown)
}
