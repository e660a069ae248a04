use crate::api::answers::MayBeLimited;
use crate::api::caller::Owner;
use crate::api::extract::Body;
use crate::api::fields;
use crate::fault::Failure;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::accounts::{self, Tokens};
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
    /// Whether the caller's tokens go on; they end if left out.
    #[serde(default)]
    #[schema(required = false)]
    keep_tokens: bool,
}

/// Change the caller's password.
///
/// Every other session ends, and with them the caller's tokens, unless they are kept, open event streams, and links in
/// mails. A wrong current password is refused. A first password is chosen by a link of a mail alone: ask for one with
/// `requestPasswordReset`.
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
