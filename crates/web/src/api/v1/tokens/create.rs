use super::Token;
use crate::api::answers::MayConflict;
use crate::api::caller::Caller;
use crate::api::extract::Body;
use crate::api::fields;
use crate::fault::Failure;
use axum::Json;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use snug_domain::Field;
use utoipa::ToSchema;

/// What a new token is called.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewToken {
    /// So that its owner knows it again.
    #[schema(schema_with = fields::name)]
    name: String,
}

/// A new token: the only time it is shown.
#[derive(Serialize, ToSchema)]
pub(crate) struct MadeToken {
    /// What is kept of it.
    #[serde(flatten)]
    made: Token,
    /// The token itself.
    token: String,
}

/// Make a token.
///
/// It lets a program do what the caller may do. It is shown once, and never again.
#[utoipa::path(
    post,
    path = "/tokens",
    tag = "tokens",
    operation_id = "createToken",
    request_body = NewToken,
    responses((status = 201, description = "The token.", body = MadeToken), MayConflict)
)]
pub(crate) async fn create_token(
    caller: Caller,
    Body(new): Body<NewToken>,
) -> Result<(StatusCode, Json<MadeToken>), Failure> {
    fields::check_length(Field::Name, &new.name)?;
    let (made, token) = caller.app().create_api_token(&caller.actor(), &new.name).await?;
    let body = MadeToken { made: made.into(), token: token.reveal().to_owned() };
    Ok((StatusCode::CREATED, Json(body)))
}
