use crate::api::caller::Talker;
use crate::fault::Failure;
use axum::http::StatusCode;

/// Mark everything as read.
#[utoipa::path(
    post,
    path = "/bell/read-all",
    tag = "conversations",
    operation_id = "readAll",
    responses((status = 204, description = "Everything is read."))
)]
pub(crate) async fn read_all(Talker(caller): Talker) -> Result<StatusCode, Failure> {
    caller.app().mark_all_read(&caller.actor()).await?;
    Ok(StatusCode::NO_CONTENT)
}
