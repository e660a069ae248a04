use super::{conversation_id, message_id, message_stream, takes_stream};
use crate::pages::{Answer, redirect, stream};
use crate::views::streams::NoticeStream;
use crate::visit::Member;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};

/// `POST /conversations/{id}/messages/{message}/restore`: undoes its deletion.
pub(crate) async fn restore_message(
    member: Member,
    headers: HeaderMap,
    Path((id, message)): Path<(String, String)>,
) -> Answer {
    let (conversation, message) = (conversation_id(&id)?, message_id(&message)?);
    let restored = member.app().restore_message(&member.actor(), conversation, message).await?;
    if !takes_stream(&headers) {
        return Ok(redirect(&format!("/conversations/{conversation}#message-{message}")));
    }
    let message = message_stream(&member, &restored).await?;
    stream(StatusCode::OK, &[&message, &NoticeStream { t: member.visit.texts(), notice: None }])
}
