use super::Token;
use crate::api::caller::Owner;
use crate::api::page::Page;
use crate::fault::Failure;
use axum::Json;

/// List the caller's tokens.
///
/// Newest first.
#[utoipa::path(
    get,
    path = "/tokens",
    tag = "tokens",
    operation_id = "listTokens",
    security(("session" = [])),
    responses((status = 200, description = "The whole list.", body = Page<Token>))
)]
pub(crate) async fn list_tokens(Owner { caller, .. }: Owner) -> Result<Json<Page<Token>>, Failure> {
    let tokens = caller.app().list_api_tokens(&caller.actor()).await?;
    Ok(Json(Page { items: tokens.into_iter().map(Token::from).collect(), next: None }))
}
