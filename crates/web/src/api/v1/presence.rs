use crate::api::caller::Caller;
use crate::fault::Failure;
use axum::http::StatusCode;

/// Say that the caller is on the site.
///
/// Holds for two minutes. Meanwhile no mail tells them of what is unread.
#[utoipa::path(
    post,
    path = "/presence",
    tag = "people",
    operation_id = "notePresence",
    responses((status = 204, description = "Noted."))
)]
pub(crate) async fn note_presence(caller: Caller) -> Result<StatusCode, Failure> {
    caller.app().note_presence(&caller.actor()).await?;
    Ok(StatusCode::NO_CONTENT)
}
