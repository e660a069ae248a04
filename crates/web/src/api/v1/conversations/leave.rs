use crate::api::caller::Talker;
use crate::api::extract::At;
use crate::fault::Failure;
use axum::http::StatusCode;
use snug_domain::ConversationId;

/// Leave a conversation.
///
/// What was said while the caller was in it stays theirs to read. When the last host leaves, whoever has been in it
/// longest becomes one. Leaving twice is leaving once.
#[utoipa::path(
    post,
    path = "/conversations/{id}/leave",
    tag = "conversations",
    operation_id = "leaveConversation",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses((status = 204, description = "Left."))
)]
pub(crate) async fn leave(Talker(caller): Talker, At(id): At<ConversationId>) -> Result<StatusCode, Failure> {
    caller.app().leave(&caller.actor(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Undo leaving.
///
/// Within a minute.
#[utoipa::path(
    delete,
    path = "/conversations/{id}/leave",
    tag = "conversations",
    operation_id = "undoLeave",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses((status = 204, description = "The caller is in it again."))
)]
pub(crate) async fn undo_leave(Talker(caller): Talker, At(id): At<ConversationId>) -> Result<StatusCode, Failure> {
    caller.app().undo_leave(&caller.actor(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}
