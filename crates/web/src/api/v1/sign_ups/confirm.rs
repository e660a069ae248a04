use crate::api::answers::MayBeLimited;
use crate::api::extract::{At, Body};
use crate::api::v1::sessions::{SignedIn, begun};
use crate::fault::Failure;
use crate::visit::Visit;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

/// The password chosen to sign up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirmation {
    /// The password sent with the sign-up.
    #[schema(format = Password)]
    password: String,
}

/// Confirm a sign-up.
///
/// Takes the token of the mail and the password of the sign-up. Creates the member and signs them in.
#[utoipa::path(
    post,
    path = "/sign-ups/{token}/confirm",
    tag = "account",
    operation_id = "confirmSignUp",
    security(()),
    params(("token" = String, Path, description = "The token: the last part of the link in the mail.")),
    request_body = Confirmation,
    responses(
        (
            status = 201,
            description = "Member created and signed in.",
            body = SignedIn,
            headers(("Set-Cookie" = String, description = "The session cookie."))
        ),
        MayBeLimited
    )
)]
pub(crate) async fn confirm_sign_up(
    visit: Visit,
    At(link): At<String>,
    Body(typed): Body<Confirmation>,
) -> Result<Response, Failure> {
    let confirming = visit.app().confirm_address(&visit.community, &visit.client, &link, &typed.password, visit.now);
    let (signed_in, token) = confirming.await?;
    Ok(begun(&visit.site, &signed_in, &token))
}
