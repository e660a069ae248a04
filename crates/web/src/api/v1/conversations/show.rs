use super::Conversation;
use crate::api::caller::Talker;
use crate::api::extract::At;
use crate::fault::Failure;
use axum::Json;
use snug_app::conversations::Slice;
use snug_domain::ConversationId;

/// Show a conversation.
#[utoipa::path(
    get,
    path = "/conversations/{id}",
    tag = "conversations",
    operation_id = "showConversation",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses((status = 200, description = "The conversation.", body = Conversation))
)]
pub(crate) async fn show_conversation(
    Talker(caller): Talker,
    At(id): At<ConversationId>,
) -> Result<Json<Conversation>, Failure> {
    let (shown, _) = caller.app().show_conversation(&caller.actor(), id, Slice::Last, 1).await?;
    Ok(Json(Conversation::new(&shown, &caller.person)))
}
