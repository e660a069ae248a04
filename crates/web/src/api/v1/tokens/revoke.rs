use crate::api::caller::Owner;
use crate::api::extract::At;
use crate::fault::Failure;
use axum::http::StatusCode;
use snug_domain::ApiTokenId;

/// Revoke a token.
///
/// It is no longer accepted.
#[utoipa::path(
    delete,
    path = "/tokens/{id}",
    tag = "tokens",
    operation_id = "revokeToken",
    security(("session" = [])),
    params(("id" = Uuid, Path, description = "The token.")),
    responses((status = 204, description = "Revoked."))
)]
pub(crate) async fn revoke_token(
    Owner { caller, .. }: Owner,
    At(token): At<ApiTokenId>,
) -> Result<StatusCode, Failure> {
    caller.app().revoke_api_token(&caller.actor(), token).await?;
    Ok(StatusCode::NO_CONTENT)
}
