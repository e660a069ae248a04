use crate::api::caller::Talker;
use crate::api::extract::{At, parse_named};
use crate::fault::Failure;
use axum::http::StatusCode;
use snug_domain::ConversationId;

/// Remove a participant, or take their invitation back.
///
/// Removing is for hosts; taking an invitation back is for hosts and for who sent it. Whoever was removed keeps what was
/// said while they were in it. Doing it twice is doing it once.
#[utoipa::path(
    delete,
    path = "/conversations/{id}/participants/{handle}",
    tag = "conversations",
    operation_id = "removeParticipant",
    params(
        ("id" = Uuid, Path, description = "The conversation."),
        ("handle" = String, Path, description = "Their short name.")
    ),
    responses((status = 204, description = "They are not in it, and not invited."))
)]
pub(crate) async fn remove_participant(
    Talker(caller): Talker,
    At((id, handle)): At<(ConversationId, String)>,
) -> Result<StatusCode, Failure> {
    caller.app().remove_participant(&caller.actor(), id, parse_named(&handle)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
