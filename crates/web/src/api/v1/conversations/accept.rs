use crate::api::caller::Talker;
use crate::api::extract::At;
use crate::fault::Failure;
use axum::http::StatusCode;
use snug_domain::ConversationId;

/// Accept an invitation.
///
/// Accepting twice is accepting once.
#[utoipa::path(
    post,
    path = "/conversations/{id}/accept",
    tag = "conversations",
    operation_id = "acceptInvitation",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses((status = 204, description = "The caller can write now, and so can who invited them."))
)]
pub(crate) async fn accept(Talker(caller): Talker, At(id): At<ConversationId>) -> Result<StatusCode, Failure> {
    caller.app().accept(&caller.actor(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}
