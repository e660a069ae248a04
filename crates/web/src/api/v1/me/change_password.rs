use crate::api::answers::MayBeLimited;
use crate::api::caller::Caller;
use crate::api::extract::Body;
use crate::api::fields;
use crate::fault::Failure;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

/// The password in use, and the new one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordChange {
    /// The password in use.
    #[schema(format = Password)]
    current_password: String,
    /// The new one.
    #[schema(schema_with = fields::new_password)]
    password: String,
}

/// Change the caller's password.
///
/// Every other session ends. A wrong current password is refused.
#[utoipa::path(
    put,
    path = "/me/password",
    tag = "me",
    operation_id = "changePassword",
    request_body = PasswordChange,
    responses((status = 204, description = "Changed."), MayBeLimited)
)]
pub(crate) async fn change_password(caller: Caller, Body(typed): Body<PasswordChange>) -> Result<StatusCode, Failure> {
    let PasswordChange { current_password, password } = typed;
    caller.app().change_password(&caller.actor(), caller.session(), &current_password, &password).await?;
    Ok(StatusCode::NO_CONTENT)
}
