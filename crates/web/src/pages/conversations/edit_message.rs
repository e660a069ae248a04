use super::list::{Listing, list};
use super::reply::reason;
use super::{conversation_id, message_id};
use crate::fault::{Failure, add_retry_after, status};
use crate::pages::{Answer, Form, frame, page, say};
use crate::views::{EditMessagePage, Input};
use crate::visit::Member;
use axum::extract::Path;
use serde::Deserialize;
use snug_app::Error;
use snug_domain::conversations::MessageText;
use snug_domain::{ConversationId, MessageId};

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
    match save(&member, conversation, message, &typed.text).await {
        Ok(()) => Ok(say(&member.visit.site, &format!("/conversations/{conversation}"), "page-notice-edited")),
        Err(Failure(error @ (Error::Invalid(_) | Error::TooMany { .. } | Error::Busy | Error::CannotSave))) => {
            let again = EditMessagePage {
                frame: frame(&member.visit).await?,
                list: list(&member, &Listing::default(), Some(conversation)).await?,
                conversation: conversation.to_string(),
                message: message.to_string(),
                text: Input { value: typed.text, error: reason(&member, &error) },
            };
            let mut response = page(&member.visit, status(&error), &again)?;
            add_retry_after(&mut response, &error, member.visit.now);
            Ok(response)
        }
        Err(failure) => Err(failure),
    }
}

async fn save(member: &Member, conversation: ConversationId, message: MessageId, text: &str) -> Result<(), Failure> {
    let text = MessageText::parse(text)?;
    member.app().edit_message(&member.actor(), conversation, message, text).await?;
    Ok(())
}
