use crate::api::caller::Talker;
use crate::api::extract::At;
use crate::fault::Failure;
use axum::http::StatusCode;
use snug_domain::ConversationId;

/// Mark a conversation as unread.
///
/// For later.
#[utoipa::path(
    post,
    path = "/conversations/{id}/unread",
    tag = "conversations",
    operation_id = "markUnread",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses((status = 204, description = "It counts as unread."))
)]
pub(crate) async fn mark_unread(Talker(caller): Talker, At(id): At<ConversationId>) -> Result<StatusCode, Failure> {
    caller.app().mark_unread(&caller.actor(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}
