use crate::api::caller::Caller;
use crate::fault::Failure;
use axum::http::StatusCode;

/// End every other session.
///
/// Who came with a token ends them all.
#[utoipa::path(
    delete,
    path = "/sessions",
    tag = "account",
    operation_id = "endOtherSessions",
    responses((status = 204, description = "None but the one this request came with is left."))
)]
pub(crate) async fn end_others(caller: Caller) -> Result<StatusCode, Failure> {
    caller.app().end_other_sessions(&caller.actor(), caller.session()).await?;
    Ok(StatusCode::NO_CONTENT)
}
