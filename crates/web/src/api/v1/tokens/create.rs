use super::{Scope, Token};
use crate::api::answers::MayConflict;
use crate::api::caller::Owner;
use crate::api::extract::{Body, present};
use crate::api::fields;
use crate::api::number::Number;
use crate::fault::Failure;
use axum::Json;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use snug_app::accounts::NewApiToken;
use snug_domain::Field;
use utoipa::ToSchema;

/// A token to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewToken {
    /// A name to recognise it by.
    #[schema(schema_with = fields::name)]
    name: String,
    /// Scope. Default: `read-write`.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    scope: Option<Scope>,
    /// Days until it expires. Default: it never expires.
    #[serde(default, deserialize_with = "present")]
    #[schema(schema_with = fields::days)]
    expires_in_days: Option<Number>,
}

/// A new token. Its value is shown only here.
#[derive(Serialize, ToSchema)]
pub(crate) struct MadeToken {
    /// The token without its value.
    #[serde(flatten)]
    made: Token,
    /// The value of the token.
    token: String,
}

/// Make a token.
///
/// Lets a program read, or read and write, as the caller. Its value is shown once. Needs a session: a token cannot make
/// tokens.
#[utoipa::path(
    post,
    path = "/tokens",
    tag = "tokens",
    operation_id = "createToken",
    security(("session" = [])),
    request_body = NewToken,
    responses((status = 201, description = "The token.", body = MadeToken), MayConflict)
)]
pub(crate) async fn create_token(
    Owner { caller, session, .. }: Owner,
    Body(new): Body<NewToken>,
) -> Result<(StatusCode, Json<MadeToken>), Failure> {
    fields::check_length(Field::Name, &new.name)?;
    let new = NewApiToken {
        name: new.name,
        scope: new.scope.unwrap_or(Scope::ReadWrite).into(),
        expires_in_days: new.expires_in_days.map(|days| days.0),
    };
    let (made, token) = caller.app().create_api_token(&caller.actor(), Some(session), new).await?;
    let body = MadeToken { made: made.into(), token: token.reveal().to_owned() };
    Ok((StatusCode::CREATED, Json(body)))
}
