use crate::api::answers::MayBeLimited;
use crate::api::caller::Owner;
use crate::api::extract::Body;
use crate::api::fields;
use crate::fault::Failure;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::accounts::{self, Tokens};
use utoipa::ToSchema;

/// The current and the new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordChange {
    /// Current password.
    #[schema(format = Password)]
    current_password: String,
    /// New password.
    #[schema(schema_with = fields::new_password)]
    password: String,
    /// Whether the caller's tokens stay valid. Default: false.
    #[serde(default)]
    #[schema(required = false)]
    keep_tokens: bool,
}

/// Change the caller's password.
///
/// Ends every other session, open event streams and links in mails, and revokes the caller's tokens unless they are
/// kept. A member without a password sets the first one through a mailed link: see `requestPasswordReset`.
#[utoipa::path(
    put,
    path = "/me/password",
    tag = "me",
    operation_id = "changePassword",
    security(("session" = [])),
    request_body = PasswordChange,
    responses((status = 204, description = "Changed."), MayBeLimited)
)]
pub(crate) async fn change_password(
    Owner { caller, session, client }: Owner,
    Body(typed): Body<PasswordChange>,
) -> Result<StatusCode, Failure> {
    let PasswordChange { current_password: current, password: new, keep_tokens } = typed;
    let tokens = if keep_tokens { Tokens::Keep } else { Tokens::End };
    let change = accounts::PasswordChange { current, new, tokens };
    caller.app().change_password(&caller.actor(), (session, &client), change).await?;
    Ok(StatusCode::NO_CONTENT)
}
