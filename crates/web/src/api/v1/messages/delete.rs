use crate::api::caller::Talker;
use crate::api::extract::At;
use crate::fault::Failure;
use axum::http::StatusCode;
use snug_domain::{ConversationId, MessageId};

/// Delete a message.
///
/// One of the caller's own. Its place stays; its text is shown to nobody, and wiped after a minute
/// unless the message is restored before. The caller can do this after they left the conversation, or were removed.
/// What somebody was invited with stays while they can answer.
#[utoipa::path(
    delete,
    path = "/conversations/{id}/messages/{message}",
    tag = "conversations",
    operation_id = "deleteMessage",
    params(
        ("id" = Uuid, Path, description = "The conversation."),
        ("message" = Uuid, Path, description = "The message.")
    ),
    responses((status = 204, description = "Deleted."))
)]
pub(crate) async fn delete_message(
    Talker(caller): Talker,
    At((id, message)): At<(ConversationId, MessageId)>,
) -> Result<StatusCode, Failure> {
    caller.app().delete_message(&caller.actor(), id, message).await?;
    Ok(StatusCode::NO_CONTENT)
}
