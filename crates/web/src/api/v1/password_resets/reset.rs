use crate::api::extract::{At, Body};
use crate::api::fields;
use crate::api::v1::sessions::{SignedIn, begun};
use crate::fault::Failure;
use crate::visit::Visit;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

/// A new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPassword {
    /// The new password.
    #[schema(schema_with = fields::new_password)]
    password: String,
}

/// Choose a new password.
///
/// Takes the token of the mail, which works once. Ends every session, token and open event stream, and signs in.
#[utoipa::path(
    post,
    path = "/password-resets/{token}",
    tag = "account",
    operation_id = "resetPassword",
    security(()),
    params(("token" = String, Path, description = "The token: the last part of the link in the mail.")),
    request_body = NewPassword,
    responses((
        status = 201,
        description = "Password changed, and signed in.",
        body = SignedIn,
        headers(("Set-Cookie" = String, description = "The session cookie."))
    ))
)]
pub(crate) async fn reset_password(
    visit: Visit,
    At(link): At<String>,
    Body(typed): Body<NewPassword>,
) -> Result<Response, Failure> {
    let resetting = visit.app().reset_password(&visit.community, &visit.client, &link, &typed.password, visit.now);
    let (signed_in, token) = resetting.await?;
    Ok(begun(&visit.site, &signed_in, &token))
}
