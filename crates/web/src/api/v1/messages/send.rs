use super::{Message, draft};
use crate::api::answers::{MayBeLimited, MayConflict};
use crate::api::caller::Talker;
use crate::api::extract::{At, Body};
use crate::api::fields;
use crate::api::number::Number;
use crate::fault::Failure;
use axum::Json;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_app::conversations::{Posted, Reply};
use snug_domain::{ConversationId, Field};
use utoipa::ToSchema;

/// What to say.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewMessage {
    /// The text.
    #[schema(schema_with = fields::text)]
    text: String,
    /// The key that makes a retry harmless.
    #[schema(schema_with = fields::client_id)]
    client_id: String,
    /// The number of a message in the conversation that this one answers.
    #[serde(default)]
    #[schema(schema_with = fields::optional_number, required = false)]
    in_reply_to: Option<Number>,
}

/// Say something.
///
/// What is answered with 201 stays, whatever happens. The same again is answered with 200 and
/// what came of the first; another text under the same key is a conflict.
#[utoipa::path(
    post,
    path = "/conversations/{id}/messages",
    tag = "conversations",
    operation_id = "sendMessage",
    params(("id" = Uuid, Path, description = "The conversation.")),
    request_body = NewMessage,
    responses(
        (status = 200, description = "The same was sent before.", body = Message),
        (status = 201, description = "Sent.", body = Message),
        MayConflict,
        MayBeLimited
    )
)]
pub(crate) async fn send_message(
    Talker(caller): Talker,
    At(id): At<ConversationId>,
    Body(new): Body<NewMessage>,
) -> Result<(StatusCode, Json<Message>), Failure> {
    let reply = Reply { draft: draft(&new.text, &new.client_id)?, in_reply_to: new.in_reply_to.map(|number| number.0) };
    let posted = caller.app().reply(&caller.actor(), id, reply).await.map_err(|error| match error {
        // Any number may be asked for: that it names no message is said as of everything that is not there.
        Error::Invalid(faults) if faults.iter().any(|fault| fault.field == Field::InReplyTo) => Error::NotFound,
        other => other,
    })?;
    let status = match posted {
        Posted::New(_) => StatusCode::CREATED,
        Posted::Before(_) => StatusCode::OK,
    };
    Ok((status, Json(Message::new(posted.message(), caller.person.id))))
}
