use super::Message;
use crate::api::caller::Talker;
use crate::api::extract::At;
use crate::fault::Failure;
use axum::Json;
use snug_domain::{ConversationId, MessageId};

/// Undo the deletion of a message.
///
/// One of the caller's own, within a minute after it was deleted; later its text is wiped and the
/// answer is `too-late`. Restoring twice is restoring once.
#[utoipa::path(
    post,
    path = "/conversations/{id}/messages/{message}/restore",
    tag = "conversations",
    operation_id = "restoreMessage",
    params(
        ("id" = Uuid, Path, description = "The conversation."),
        ("message" = Uuid, Path, description = "The message.")
    ),
    responses((status = 200, description = "The message, as it was.", body = Message))
)]
pub(crate) async fn restore_message(
    Talker(caller): Talker,
    At((id, message)): At<(ConversationId, MessageId)>,
) -> Result<Json<Message>, Failure> {
    let restored = caller.app().restore_message(&caller.actor(), id, message).await?;
    Ok(Json(Message::new(&restored, caller.person.id)))
}
