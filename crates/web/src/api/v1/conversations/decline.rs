use crate::api::caller::Talker;
use crate::api::extract::At;
use crate::fault::Failure;
use axum::http::StatusCode;
use snug_domain::ConversationId;

/// Decline an invitation.
///
/// Silently: nothing tells who invited the caller, or anybody else. It can still be accepted.
#[utoipa::path(
    post,
    path = "/conversations/{id}/decline",
    tag = "conversations",
    operation_id = "declineInvitation",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses((status = 204, description = "Declined."))
)]
pub(crate) async fn decline(Talker(caller): Talker, At(id): At<ConversationId>) -> Result<StatusCode, Failure> {
    caller.app().decline(&caller.actor(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take declining back.
///
/// As silently as one declined: the invitation waits for an answer again.
#[utoipa::path(
    delete,
    path = "/conversations/{id}/decline",
    tag = "conversations",
    operation_id = "undoDecline",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses((status = 204, description = "It waits for an answer again."))
)]
pub(crate) async fn undo_decline(Talker(caller): Talker, At(id): At<ConversationId>) -> Result<StatusCode, Failure> {
    caller.app().undo_decline(&caller.actor(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}
