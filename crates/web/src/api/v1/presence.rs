use crate::api::caller::Caller;
use crate::fault::Failure;
use axum::http::StatusCode;

/// Report that the caller is on the site.
///
/// Valid for two minutes, during which no digest is mailed to them.
#[utoipa::path(
    post,
    path = "/presence",
    tag = "people",
    operation_id = "notePresence",
    responses((status = 204, description = "Recorded."))
)]
pub(crate) async fn note_presence(caller: Caller) -> Result<StatusCode, Failure> {
    caller.app().note_presence(&caller.actor()).await?;
    Ok(StatusCode::NO_CONTENT)
}
