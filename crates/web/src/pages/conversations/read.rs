use super::conversation_id;
use crate::pages::{Answer, Form, redirect};
use crate::visit::Member;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Deserialize;

/// How far somebody read.
#[derive(Deserialize)]
pub(crate) struct UpTo {
    sequence: Option<i64>,
}

/// `POST /conversations/{id}/read`: by the script as one reads, or by a button.
pub(crate) async fn read(member: Member, Path(id): Path<String>, Form(up_to): Form<UpTo>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().mark_read(&member.actor(), conversation, up_to.sequence.unwrap_or(i64::MAX)).await?;
    // A button leads to a page; the script, which says how far, asks for no answer.
    match up_to.sequence {
        Some(_) => Ok(StatusCode::NO_CONTENT.into_response()),
        None => Ok(redirect(&format!("/conversations/{conversation}"))),
    }
}
