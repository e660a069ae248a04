use crate::api::caller::Talker;
use crate::api::v1::conversations::ListedConversation;
use crate::fault::Failure;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// What the bell shows.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Bell {
    /// How many conversations and invitations have something unread; 100 stands for more.
    unread: i64,
    /// How many invitations wait for an answer; 100 stands for more.
    invitations: i64,
    /// The first ten that have something unread, the newest first.
    first: Vec<ListedConversation>,
}

/// Show the bell.
#[utoipa::path(
    get,
    path = "/bell",
    tag = "conversations",
    operation_id = "showBell",
    responses((status = 200, description = "What is unread.", body = Bell))
)]
pub(crate) async fn show_bell(Talker(caller): Talker) -> Result<Json<Bell>, Failure> {
    let bell = caller.app().bell(&caller.actor()).await?;
    let first = bell.first.iter().map(|listed| ListedConversation::new(listed, caller.now)).collect();
    Ok(Json(Bell { unread: bell.unread, invitations: bell.invitations, first }))
}
