use crate::api::caller::Caller;
use crate::api::page::Page;
use crate::api::time::Time;
use crate::api::v1::people::NamedPerson;
use crate::fault::Failure;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// Somebody the caller blocked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Block {
    /// Who.
    person: NamedPerson,
    /// Since when.
    blocked_at: Time,
}

/// List whom the caller blocked.
///
/// By name.
#[utoipa::path(
    get,
    path = "/blocks",
    tag = "people",
    operation_id = "listBlocks",
    responses((status = 200, description = "The whole list.", body = Page<Block>))
)]
pub(crate) async fn list_blocks(caller: Caller) -> Result<Json<Page<Block>>, Failure> {
    let blocked = caller.app().list_blocked(&caller.actor()).await?;
    let block = |(person, at)| Block { person: NamedPerson::from(&person), blocked_at: Time(at) };
    Ok(Json(Page { items: blocked.into_iter().map(block).collect(), next: None }))
}
