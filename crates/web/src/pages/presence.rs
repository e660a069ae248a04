use super::Answer;
use crate::visit::Member;
use axum::http::StatusCode;
use axum::response::IntoResponse;

/// `POST /presence`: a visible page is being used.
pub(crate) async fn note(member: Member) -> Answer {
    member.app().note_presence(&member.actor()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
