use super::conversation_id;
use crate::pages::{Answer, Form, redirect, say};
use crate::visit::Member;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use serde::Deserialize;

/// How far somebody read.
#[derive(Deserialize)]
pub(crate) struct UpTo {
    sequence: Option<i64>,
}

/// `POST /conversations/{id}/read`: by the script as one reads, or by a button.
pub(crate) async fn read(
    member: Member,
    headers: HeaderMap,
    Path(id): Path<String>,
    Form(up_to): Form<UpTo>,
) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().mark_read(&member.actor(), conversation, up_to.sequence.unwrap_or(i64::MAX)).await?;
    // A button navigates and gets a page; the script asks for no answer.
    let navigates = headers.get("sec-fetch-mode").is_none_or(|mode| mode == "navigate");
    if navigates && up_to.sequence.is_none() {
        return Ok(redirect(&format!("/conversations/{conversation}")));
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /conversations/{id}/unread`
pub(crate) async fn unread(member: Member, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().mark_unread(&member.actor(), conversation).await?;
    Ok(say(&member.visit.site, "/conversations", "page-notice-unread"))
}
