use super::{conversation_id, message_id};
use crate::pages::{Answer, Form, say};
use crate::visit::Member;
use axum::extract::Path;
use serde::Deserialize;
use snug_domain::conversations::MessageText;

/// The message, typed anew.
#[derive(Deserialize)]
pub(crate) struct MessageForm {
    #[serde(default)]
    text: String,
}

/// `POST /conversations/{id}/messages/{message}/edit`
pub(crate) async fn edit_message(
    member: Member,
    Path((id, message)): Path<(String, String)>,
    Form(typed): Form<MessageForm>,
) -> Answer {
    let (conversation, message) = (conversation_id(&id)?, message_id(&message)?);
    let text = MessageText::parse(&typed.text)?;
    member.app().edit_message(&member.actor(), conversation, message, text).await?;
    Ok(say(&member.visit.site, &format!("/conversations/{conversation}"), "page-notice-edited"))
}
