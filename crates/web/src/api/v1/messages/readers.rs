use crate::api::answers::MayBeRefused;
use crate::api::caller::Talker;
use crate::api::extract::At;
use crate::api::v1::people::NamedPerson;
use crate::fault::Failure;
use axum::Json;
use serde::Serialize;
use snug_domain::{ConversationId, MessageId, people};
use utoipa::ToSchema;

/// Who has read a message, of those who take part and may see it, its author aside.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Readers {
    /// Those who have.
    read: Vec<NamedPerson>,
    /// Those who have not.
    unread: Vec<NamedPerson>,
}

/// List who has read a message.
///
/// For participants who joined. Nothing is told of who is only invited.
#[utoipa::path(
    get,
    path = "/conversations/{id}/messages/{message}/readers",
    tag = "conversations",
    operation_id = "listReaders",
    params(
        ("id" = Uuid, Path, description = "The conversation."),
        ("message" = Uuid, Path, description = "The message.")
    ),
    responses((status = 200, description = "Who has, and who has not.", body = Readers), MayBeRefused)
)]
pub(crate) async fn list_readers(
    Talker(caller): Talker,
    At((id, message)): At<(ConversationId, MessageId)>,
) -> Result<Json<Readers>, Failure> {
    let readers = caller.app().list_readers(&caller.actor(), id, message).await?;
    let named = |people: &[people::NamedPerson]| people.iter().map(NamedPerson::from).collect();
    Ok(Json(Readers { read: named(&readers.read), unread: named(&readers.unread) }))
}
