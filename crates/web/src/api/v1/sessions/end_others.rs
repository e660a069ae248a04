use crate::api::caller::Owner;
use crate::api::extract::Asked;
use crate::fault::Failure;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::accounts::Tokens;
use utoipa::IntoParams;

/// What stays valid.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhatToKeep {
    /// Whether the caller's tokens stay valid.
    #[serde(default)]
    #[param(required = false)]
    keep_tokens: bool,
}

/// End every other session.
///
/// Ends open event streams and links in mails too, and revokes the caller's tokens unless they are kept.
#[utoipa::path(
    delete,
    path = "/sessions",
    tag = "account",
    operation_id = "endOtherSessions",
    security(("session" = [])),
    params(WhatToKeep),
    responses((status = 204, description = "Every session but that of this request is ended."))
)]
pub(crate) async fn end_others(
    Owner { caller, session, .. }: Owner,
    Asked(asked): Asked<WhatToKeep>,
) -> Result<StatusCode, Failure> {
    let tokens = if asked.keep_tokens { Tokens::Keep } else { Tokens::End };
    caller.app().end_other_sessions(&caller.actor(), Some(session), tokens).await?;
    Ok(StatusCode::NO_CONTENT)
}
