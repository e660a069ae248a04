use super::{SignedIn, begun};
use crate::api::answers::{MayBeLimited, refer};
use crate::api::extract::Body;
use crate::fault::Failure;
use crate::visit::Visit;
use axum::response::Response;
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::openapi::RefOr;
use utoipa::{IntoResponses, ToSchema};

/// The credentials of a member.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Credentials {
    /// An address of a member.
    address: String,
    /// Their password.
    #[schema(format = Password)]
    password: String,
}

/// The address and the password may not fit together.
pub(crate) struct MayBeWrong;

impl IntoResponses for MayBeWrong {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        refer("401").map(|answer| (String::from("401"), answer)).into_iter().collect()
    }
}

/// Sign in.
///
/// For browsers. Programs use personal tokens.
#[utoipa::path(
    post,
    path = "/sessions",
    tag = "account",
    operation_id = "signIn",
    security(()),
    request_body = Credentials,
    responses(
        (
            status = 201,
            description = "Signed in.",
            body = SignedIn,
            headers(("Set-Cookie" = String, description = "The session cookie."))
        ),
        MayBeWrong,
        MayBeLimited
    )
)]
pub(crate) async fn sign_in(visit: Visit, Body(typed): Body<Credentials>) -> Result<Response, Failure> {
    let Credentials { address, password } = typed;
    let signing_in = visit.app().sign_in(&visit.community, &visit.client, &address, &password, visit.now);
    let (signed_in, token) = signing_in.await?;
    Ok(begun(&visit.site, &signed_in, &token))
}
