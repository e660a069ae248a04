use super::list::Listing;
use super::show::{Part, Typed, render};
use super::{conversation_id, message_stream, wants_stream};
use crate::fault::{Failure, add_retry_after, seconds_until, status};
use crate::pages::{Answer, Form, redirect, stream};
use crate::views::streams::RefusedStream;
use crate::views::{problem, refusal};
use crate::visit::Member;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use snug_app::Error;
use snug_app::conversations::{Draft, Posted, Reply};
use snug_domain::conversations::{ClientId, MessageText, Origin};
use snug_domain::{ConversationId, Field, Invalid, Problem};
use snug_texts::Texts;

/// A message as it was typed.
#[derive(Deserialize)]
pub(crate) struct MessageForm {
    #[serde(default)]
    text: String,
    #[serde(default)]
    client_id: String,
    /// The number of the message it answers; empty where it answers none.
    #[serde(default)]
    in_reply_to: String,
}

/// `POST /conversations/{id}/messages`
pub(crate) async fn reply(
    member: Member,
    headers: HeaderMap,
    Path(id): Path<String>,
    Form(typed): Form<MessageForm>,
) -> Answer {
    let conversation = conversation_id(&id)?;
    let is_script = wants_stream(&headers);
    let error = match post(&member, conversation, &typed).await {
        Ok(posted) if is_script => {
            return stream(StatusCode::OK, &[&message_stream(&member, posted.message()).await?]);
        }
        Ok(_) => return Ok(redirect(&format!("/conversations/{conversation}#composer"))),
        Err(Failure(error)) => error,
    };
    let Some(reason) = reason(&member, &error) else { return Err(Failure(error)) };
    let mut response = if is_script {
        stream(status(&error), &[&RefusedStream { client_id: typed.client_id, reason }])?
    } else {
        // A key that was used for something else would be refused again: a new one is made.
        let client_id = Some(typed.client_id).filter(|_| !matches!(error, Error::Conflict));
        let part = Part::answering(typed.in_reply_to.parse().ok());
        let typed = Typed { text: typed.text, error: Some(reason), client_id };
        render(&member, status(&error), conversation, &part, &Listing::default(), typed).await?
    };
    add_retry_after(&mut response, &error, member.visit.now);
    Ok(response)
}

async fn post(member: &Member, conversation: ConversationId, typed: &MessageForm) -> Result<Posted, Failure> {
    let draft = Draft {
        text: MessageText::parse(&typed.text)?,
        client_id: ClientId::parse(&typed.client_id)?,
        origin: Origin::Site,
    };
    let in_reply_to = match typed.in_reply_to.as_str() {
        "" => None,
        number => Some(number.parse().map_err(|_| Invalid::new(Field::InReplyTo, Problem::NotFound))?),
    };
    Ok(member.app().reply(&member.actor(), conversation, Reply { draft, in_reply_to }).await?)
}

/// Why a message was not taken, where its author can do something about it.
pub(super) fn reason(member: &Member, error: &Error) -> Option<String> {
    let texts: Texts = member.visit.texts();
    match error {
        Error::Invalid(faults) => faults.first().map(|invalid| problem(texts, *invalid)),
        Error::Refused(refused) => Some(refusal(&member.visit.times(), *refused, None).plain().to_owned()),
        Error::Conflict => Some(texts.get("error-conflict").into_owned()),
        Error::TooMany { retry_at } => {
            let seconds = seconds_until(*retry_at, member.visit.now);
            Some(texts.fill("error-too-many-messages").with("seconds", seconds).to_string())
        }
        Error::Busy => Some(texts.get("error-busy").into_owned()),
        Error::Unavailable => Some(texts.get("error-unavailable").into_owned()),
        Error::CannotSave => Some(texts.get("error-cannot-save").into_owned()),
        _ => None,
    }
}
