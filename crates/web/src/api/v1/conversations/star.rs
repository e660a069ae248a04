use crate::api::caller::Talker;
use crate::api::extract::{At, Body};
use crate::fault::Failure;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_domain::ConversationId;
use utoipa::ToSchema;

/// Whether a conversation has a star.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Starred {
    /// Whether it has.
    starred: bool,
}

/// Give a conversation a star, or take it away.
///
/// Nobody else is told.
#[utoipa::path(
    put,
    path = "/conversations/{id}/starred",
    tag = "conversations",
    operation_id = "setStarred",
    params(("id" = Uuid, Path, description = "The conversation.")),
    request_body = Starred,
    responses((status = 204, description = "It is as it was asked to be."))
)]
pub(crate) async fn set_starred(
    Talker(caller): Talker,
    At(id): At<ConversationId>,
    Body(asked): Body<Starred>,
) -> Result<StatusCode, Failure> {
    caller.app().set_starred(&caller.actor(), id, asked.starred).await?;
    Ok(StatusCode::NO_CONTENT)
}
