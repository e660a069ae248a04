use crate::api::caller::Talker;
use crate::api::extract::{At, Body};
use crate::api::fields;
use crate::api::number::Number;
use crate::fault::Failure;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_domain::ConversationId;
use utoipa::ToSchema;

/// How far somebody read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UpTo {
    /// The number of the last entry they read.
    #[schema(schema_with = fields::number)]
    sequence: Number,
}

/// Say how far the caller read.
///
/// It never goes back. An invitation is read without a receipt.
#[utoipa::path(
    post,
    path = "/conversations/{id}/read",
    tag = "conversations",
    operation_id = "markRead",
    params(("id" = Uuid, Path, description = "The conversation.")),
    request_body = UpTo,
    responses((status = 204, description = "Noted."))
)]
pub(crate) async fn mark_read(
    Talker(caller): Talker,
    At(id): At<ConversationId>,
    Body(up_to): Body<UpTo>,
) -> Result<StatusCode, Failure> {
    caller.app().mark_read(&caller.actor(), id, up_to.sequence.0).await?;
    Ok(StatusCode::NO_CONTENT)
}
