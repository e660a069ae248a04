use crate::api::caller::Talker;
use crate::api::v1::conversations::ListedConversation;
use crate::fault::Failure;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// The contents of the bell.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Bell {
    /// Number of unread conversations and invitations; 100 means 100 or more.
    unread: i64,
    /// Number of pending invitations; 100 means 100 or more.
    invitations: i64,
    /// The ten newest unread ones.
    first: Vec<ListedConversation>,
}

/// Show the bell.
#[utoipa::path(
    get,
    path = "/bell",
    tag = "conversations",
    operation_id = "showBell",
    responses((status = 200, description = "The unread conversations.", body = Bell))
)]
pub(crate) async fn show_bell(Talker(caller): Talker) -> Result<Json<Bell>, Failure> {
    let bell = caller.app().bell(&caller.actor()).await?;
    let first = bell.first.iter().map(|listed| ListedConversation::new(listed, &caller.person)).collect();
    Ok(Json(Bell { unread: bell.unread, invitations: bell.invitations, first }))
}
