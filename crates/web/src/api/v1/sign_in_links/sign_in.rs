use crate::api::extract::At;
use crate::api::v1::sessions::{SignedIn, begun};
use crate::fault::Failure;
use crate::visit::Visit;
use axum::response::Response;

/// Sign in by a link.
///
/// Takes the token of the mail, which works once.
#[utoipa::path(
    post,
    path = "/sign-in-links/{token}",
    tag = "account",
    operation_id = "signInByLink",
    security(()),
    params(("token" = String, Path, description = "The token: the last part of the link in the mail.")),
    responses((
        status = 201,
        description = "Signed in.",
        body = SignedIn,
        headers(("Set-Cookie" = String, description = "The session cookie."))
    ))
)]
pub(crate) async fn sign_in_by_link(visit: Visit, At(link): At<String>) -> Result<Response, Failure> {
    let (signed_in, token) = visit.app().sign_in_by_link(&visit.community, &visit.client, &link, visit.now).await?;
    Ok(begun(&visit.site, &signed_in, &token))
}
