use super::{conversation_id, message_id};
use crate::pages::{Answer, redirect};
use crate::visit::Member;
use axum::extract::Path;

/// `POST /conversations/{id}/messages/{message}/delete`
pub(crate) async fn delete_message(member: Member, Path((id, message)): Path<(String, String)>) -> Answer {
    let (conversation, message) = (conversation_id(&id)?, message_id(&message)?);
    member.app().delete_message(&member.actor(), conversation, message).await?;
    Ok(redirect(&format!("/conversations/{conversation}")))
}
