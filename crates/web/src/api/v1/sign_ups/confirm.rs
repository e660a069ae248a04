use crate::api::answers::MayBeLimited;
use crate::api::extract::{At, Body, present};
use crate::api::fields;
use crate::api::v1::sessions::{SignedIn, begun};
use crate::fault::Failure;
use crate::visit::Visit;
use axum::response::Response;
use serde::Deserialize;
use snug_app::accounts;
use snug_domain::Field;
use utoipa::ToSchema;

/// The password chosen to sign up, or a name and a password chosen anew.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirmation {
    /// The name, where name and password replace those of the sign-up.
    #[serde(default, deserialize_with = "present")]
    #[schema(schema_with = fields::name)]
    name: Option<String>,
    /// The password of the sign-up, or with a name, a new one.
    #[schema(format = Password)]
    password: String,
}

/// Confirm a sign-up.
///
/// Takes the token of the mail and the password of the sign-up, or a name and a new password in place of those of the
/// sign-up. Creates the member and signs them in.
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
    let confirmation = match typed.name {
        Some(name) => {
            fields::check_length(Field::Name, &name)?;
            accounts::Confirmation::Anew { name, password: typed.password, language: visit.language }
        }
        None => accounts::Confirmation::Password(typed.password),
    };
    let confirming = visit.app().confirm_address(&visit.community, &visit.client, &link, confirmation, visit.now);
    let (signed_in, token) = confirming.await?;
    Ok(begun(&visit.site, &signed_in, &token))
}
