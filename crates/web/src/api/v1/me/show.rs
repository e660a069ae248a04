use super::Me;
use crate::api::caller::Caller;
use crate::fault::Failure;
use axum::Json;

/// Show the caller.
#[utoipa::path(
    get,
    path = "/me",
    tag = "me",
    operation_id = "showMe",
    responses((status = 200, description = "The caller.", body = Me))
)]
pub(crate) async fn show_me(caller: Caller) -> Result<Json<Me>, Failure> {
    Ok(Json(Me::of(&caller, &caller.person).await?))
}
