use super::participant::Role;
use crate::api::caller::Talker;
use crate::api::extract::{At, Body, parse_named};
use crate::fault::Failure;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_domain::ConversationId;
use utoipa::ToSchema;

/// What somebody may do from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRole {
    /// What.
    role: Role,
}

/// Make a participant a host, or a host no more.
///
/// For hosts, also of themselves. There is always a host: of the last one it is refused with `last-host`.
#[utoipa::path(
    put,
    path = "/conversations/{id}/participants/{handle}/role",
    tag = "conversations",
    operation_id = "setRole",
    params(
        ("id" = Uuid, Path, description = "The conversation."),
        ("handle" = String, Path, description = "Their short name.")
    ),
    request_body = NewRole,
    responses((status = 204, description = "That is what they are."))
)]
pub(crate) async fn set_role(
    Talker(caller): Talker,
    At((id, handle)): At<(ConversationId, String)>,
    Body(new): Body<NewRole>,
) -> Result<StatusCode, Failure> {
    caller.app().set_role(&caller.actor(), id, parse_named(&handle)?, new.role.into()).await?;
    Ok(StatusCode::NO_CONTENT)
}
