use super::list::{Listing, list};
use super::reply::reason;
use super::stay::CameFrom;
use super::{conversation_id, message_id, message_stream, takes_stream};
use crate::fault::{Failure, add_retry_after, status};
use crate::pages::{Answer, Form, frame, page, redirect, say, stream};
use crate::views::{EditMessagePage, Input};
use crate::visit::Member;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use snug_app::conversations::{Edit, Slice, Stand, version};
use snug_app::{Error, Message};
use snug_domain::conversations::MessageText;
use snug_domain::{ConversationId, MessageId};

/// The message, typed anew.
#[derive(Deserialize)]
pub(crate) struct MessageForm {
    #[serde(default)]
    text: String,
    /// The version it was made from.
    version: Option<i64>,
    /// Where the form stands, unless it is among the messages of a conversation.
    whole: Option<Whole>,
}

/// A form whose answer is a whole page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Whole {
    /// In an invitation that was not answered when it was shown.
    WhileWaiting,
    /// On a page of its own.
    Alone,
}

/// `POST /conversations/{id}/messages/{message}/edit`
pub(crate) async fn edit_message(
    member: Member,
    headers: HeaderMap,
    from: CameFrom,
    Path((id, message)): Path<(String, String)>,
    Form(typed): Form<MessageForm>,
) -> Answer {
    let (conversation, message) = (conversation_id(&id)?, message_id(&message)?);
    match save(&member, conversation, message, &typed).await {
        Ok(edited) if typed.whole.is_none() && takes_stream(&headers) => {
            stream(StatusCode::OK, &[&message_stream(&member, &edited).await?])
        }
        Ok(_) => {
            let is_accepted = typed.whole == Some(Whole::WhileWaiting) && is_talking(&member, conversation).await?;
            let path = from.path_of(conversation);
            // That it is changed is seen.
            Ok(if is_accepted {
                say(&member.visit.site, &path, "page-notice-edited-accepted")
            } else {
                redirect(&path)
            })
        }
        Err(Failure(error)) => again(&member, conversation, message, typed, error).await,
    }
}

async fn is_talking(member: &Member, conversation: ConversationId) -> Result<bool, Failure> {
    let (shown, _) = member.app().show_conversation(&member.actor(), conversation, Slice::After(i64::MAX), 1).await?;
    Ok(shown.stand == Stand::Talking)
}

async fn save(
    member: &Member,
    conversation: ConversationId,
    message: MessageId,
    typed: &MessageForm,
) -> Result<Message, Failure> {
    let edit = Edit { text: MessageText::parse(&typed.text)?, made_from: typed.version };
    Ok(member.app().edit_message(&member.actor(), conversation, message, edit).await?)
}

/// The page with what was typed, to be saved once more; beside it what the message says by now, if
/// that was changed elsewhere.
async fn again(
    member: &Member,
    conversation: ConversationId,
    message: MessageId,
    typed: MessageForm,
    error: Error,
) -> Answer {
    if !matches!(error, Error::Invalid(_) | Error::TooMany { .. } | Error::Busy | Error::CannotSave | Error::Conflict) {
        return Err(Failure(error));
    }
    let is_changed = matches!(error, Error::Conflict);
    let now = match is_changed {
        true => Some(member.app().find_own_message(&member.actor(), conversation, message).await?),
        false => None,
    };
    let shown = EditMessagePage {
        frame: frame(&member.visit).await?,
        list: list(member, &Listing::default(), Some(conversation)).await?,
        conversation: conversation.to_string(),
        message: message.to_string(),
        version: now.as_ref().map(version).or(typed.version),
        changed: now.map(|now| now.html),
        text: Input { value: typed.text, error: if is_changed { None } else { reason(member, &error) } },
    };
    let mut response = page(&member.visit, status(&error), &shown)?;
    add_retry_after(&mut response, &error, member.visit.now);
    Ok(response)
}
