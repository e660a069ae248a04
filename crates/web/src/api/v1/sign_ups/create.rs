use crate::api::answers::MayBeLimited;
use crate::api::extract::Body;
use crate::api::fields;
use crate::fault::Failure;
use crate::visit::Visit;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::accounts::SignUp;
use snug_domain::Field;
use utoipa::ToSchema;

/// A new sign-up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSignUp {
    /// Display name.
    #[schema(schema_with = fields::name)]
    name: String,
    /// E-mail address, to be confirmed by mail.
    #[schema(schema_with = fields::address)]
    address: String,
    /// Password.
    #[schema(schema_with = fields::new_password)]
    password: String,
}

/// Sign up.
///
/// Mails a confirmation link. The answer is the same if the address has an account.
#[utoipa::path(
    post,
    path = "/sign-ups",
    tag = "account",
    operation_id = "signUp",
    security(()),
    request_body = NewSignUp,
    responses((status = 202, description = "A mail will be sent."), MayBeLimited)
)]
pub(crate) async fn sign_up(visit: Visit, Body(typed): Body<NewSignUp>) -> Result<StatusCode, Failure> {
    let NewSignUp { name, address, password } = typed;
    fields::check_length(Field::Name, &name)?;
    fields::check_address(&address)?;
    let form = SignUp { name, address, password, language: visit.language };
    visit.app().sign_up(&visit.community, &visit.client, form, visit.now).await?;
    Ok(StatusCode::ACCEPTED)
}
