use crate::api::caller::Talker;
use crate::api::extract::At;
use crate::fault::Failure;
use axum::http::StatusCode;
use snug_domain::ConversationId;

/// Remind those who have not answered.
///
/// Once, three days after the invitation was sent, while it can be answered. It rings for them and is mailed.
#[utoipa::path(
    post,
    path = "/conversations/{id}/remind",
    tag = "conversations",
    operation_id = "remind",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses((status = 204, description = "They are reminded."))
)]
pub(crate) async fn remind(Talker(caller): Talker, At(id): At<ConversationId>) -> Result<StatusCode, Failure> {
    caller.app().remind(&caller.actor(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}
