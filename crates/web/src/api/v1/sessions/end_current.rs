use crate::api::caller::Owner;
use crate::cookies::Kept;
use crate::fault::Failure;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Sign out.
///
/// Ends the session of the cookie.
#[utoipa::path(
    delete,
    path = "/sessions/current",
    tag = "account",
    operation_id = "signOut",
    security(("session" = [])),
    responses((status = 204, description = "Signed out."))
)]
pub(crate) async fn sign_out(Owner { caller, session, .. }: Owner) -> Result<Response, Failure> {
    caller.app().sign_out(&caller.actor(), session).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    Kept::Session.forget(&caller.site, response.headers_mut());
    Ok(response)
}
