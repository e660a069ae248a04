use super::{conversation_id, message_id, message_stream, takes_stream};
use crate::pages::{Answer, say_with_undo, stream};
use crate::views::Notice;
use crate::views::streams::NoticeStream;
use crate::visit::Member;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};

/// `POST /conversations/{id}/messages/{message}/delete`
pub(crate) async fn delete_message(
    member: Member,
    headers: HeaderMap,
    Path((id, message)): Path<(String, String)>,
) -> Answer {
    let (conversation, message) = (conversation_id(&id)?, message_id(&message)?);
    let deleted = member.app().delete_message(&member.actor(), conversation, message).await?;
    let undo = format!("/conversations/{conversation}/messages/{message}/restore");
    if !takes_stream(&headers) {
        let path = format!("/conversations/{conversation}");
        return Ok(say_with_undo(&member.visit.site, &path, "page-notice-deleted", &undo));
    }
    let t = member.visit.texts();
    let whose = member.signed_in.person.id.to_string();
    let notice = Notice { whose, text: t.get("page-notice-deleted").into_owned(), undo: Some(undo) };
    let message = message_stream(&member, &deleted).await?;
    stream(StatusCode::OK, &[&message, &NoticeStream { t, notice: Some(notice) }])
}
