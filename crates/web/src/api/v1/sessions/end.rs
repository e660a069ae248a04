use crate::api::caller::Owner;
use crate::api::extract::At;
use crate::fault::Failure;
use axum::http::StatusCode;
use snug_domain::SessionId;

/// End a session.
#[utoipa::path(
    delete,
    path = "/sessions/{id}",
    tag = "account",
    operation_id = "endSession",
    security(("session" = [])),
    params(("id" = Uuid, Path, description = "The session.")),
    responses((status = 204, description = "The session is ended."))
)]
pub(crate) async fn end_session(
    Owner { caller, .. }: Owner,
    At(session): At<SessionId>,
) -> Result<StatusCode, Failure> {
    caller.app().end_session(&caller.actor(), session).await?;
    Ok(StatusCode::NO_CONTENT)
}
