use crate::api::caller::Talker;
use crate::api::extract::{At, Body};
use crate::fault::Failure;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_domain::ConversationId;
use utoipa::ToSchema;

/// Whether a conversation is put away.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Archived {
    /// Whether it is.
    archived: bool,
}

/// Put a conversation away, or take it out.
///
/// A new message takes it out by itself.
#[utoipa::path(
    put,
    path = "/conversations/{id}/archived",
    tag = "conversations",
    operation_id = "setArchived",
    params(("id" = Uuid, Path, description = "The conversation.")),
    request_body = Archived,
    responses((status = 204, description = "It is where it was asked to be."))
)]
pub(crate) async fn set_archived(
    Talker(caller): Talker,
    At(id): At<ConversationId>,
    Body(asked): Body<Archived>,
) -> Result<StatusCode, Failure> {
    caller.app().set_archived(&caller.actor(), id, asked.archived).await?;
    Ok(StatusCode::NO_CONTENT)
}
