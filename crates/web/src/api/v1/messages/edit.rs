use super::{Message, parse_text};
use crate::api::answers::{MayBeLimited, MayConflict};
use crate::api::caller::Talker;
use crate::api::extract::{At, Body, present};
use crate::api::fields;
use crate::api::number::Number;
use crate::fault::Failure;
use axum::Json;
use serde::Deserialize;
use snug_app::conversations::Edit;
use snug_domain::{ConversationId, MessageId};
use utoipa::ToSchema;

/// Other words for a message.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewText {
    /// The text.
    #[schema(schema_with = fields::text)]
    text: String,
    /// The version of the message that the text was made from: if it has another one by now, nothing
    /// is changed and the answer is `conflict`. Without it the text replaces whatever is there.
    #[serde(default, deserialize_with = "present")]
    #[schema(schema_with = fields::number)]
    version: Option<Number>,
}

/// Edit a message.
///
/// One of the caller's own; also the one that an invitation travels with, while it waits.
#[utoipa::path(
    patch,
    path = "/conversations/{id}/messages/{message}",
    tag = "conversations",
    operation_id = "editMessage",
    params(
        ("id" = Uuid, Path, description = "The conversation."),
        ("message" = Uuid, Path, description = "The message.")
    ),
    request_body = NewText,
    responses((status = 200, description = "The message, edited.", body = Message), MayBeLimited, MayConflict)
)]
pub(crate) async fn edit_message(
    Talker(caller): Talker,
    At((id, message)): At<(ConversationId, MessageId)>,
    Body(new): Body<NewText>,
) -> Result<Json<Message>, Failure> {
    let edit = Edit { text: parse_text(&new.text)?, made_from: new.version.map(|version| version.0) };
    let edited = caller.app().edit_message(&caller.actor(), id, message, edit).await?;
    Ok(Json(Message::new(&edited, caller.person.id)))
}
