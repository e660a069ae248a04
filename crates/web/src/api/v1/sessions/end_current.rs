use crate::api::caller::Caller;
use crate::cookies::Kept;
use crate::fault::Failure;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use snug_app::Error;

/// Sign out.
///
/// Ends the session of the cookie. Who came with a token has none to end.
#[utoipa::path(
    delete,
    path = "/sessions/current",
    tag = "account",
    operation_id = "signOut",
    responses((status = 204, description = "Signed out."))
)]
pub(crate) async fn sign_out(caller: Caller) -> Result<Response, Failure> {
    let session = caller.session().ok_or(Error::NotFound)?;
    match caller.app().end_session(&caller.actor(), session).await {
        // Ended elsewhere a moment ago is ended.
        Ok(()) | Err(Error::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    Kept::Session.forget(&caller.site, response.headers_mut());
    Ok(response)
}
