use super::Conversation;
use crate::api::answers::{MayBeLimited, MayConflict};
use crate::api::caller::Talker;
use crate::api::extract::Body;
use crate::api::fields;
use crate::api::v1::messages::draft;
use crate::fault::Failure;
use axum::Json;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use snug_app::conversations::{Posted, Slice, StartWith};
use snug_domain::Field;
use utoipa::ToSchema;

/// Whom to write to, and what.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewConversation {
    /// The other one.
    #[schema(schema_with = fields::handle)]
    to: String,
    /// The first message, which travels with the invitation.
    #[schema(schema_with = fields::text)]
    text: String,
    /// The key that makes a retry harmless.
    #[schema(schema_with = fields::client_id)]
    client_id: String,
}

/// Start a conversation.
///
/// The other one is invited, with the first message. Nothing more can be sent until they accept. Whoever declined an
/// invitation of the other one accepts it so, with this message as the first answer.
#[utoipa::path(
    post,
    path = "/conversations",
    tag = "conversations",
    operation_id = "startConversation",
    request_body = NewConversation,
    responses(
        (status = 200, description = "The same was sent before.", body = Conversation),
        (
            status = 201,
            description = "Started.",
            body = Conversation,
            headers(("Location" = String, description = "The conversation."))
        ),
        MayConflict,
        MayBeLimited
    )
)]
pub(crate) async fn start_conversation(
    Talker(caller): Talker,
    Body(new): Body<NewConversation>,
) -> Result<Response, Failure> {
    let (app, actor) = (caller.app(), caller.actor());
    let to = fields::parse_handle(&new.to, Field::To)?;
    let posted = app.start_conversation(&actor, StartWith { to, draft: draft(&new.text, &new.client_id)? }).await?;
    let id = posted.message().conversation;
    let (shown, _) = app.show_conversation(&actor, id, Slice::Last, 1).await?;
    let body = Json(Conversation::from(&shown));
    Ok(match posted {
        Posted::New(_) => {
            (StatusCode::CREATED, [(LOCATION, format!("/api/v1/conversations/{id}"))], body).into_response()
        }
        Posted::Before(_) => body.into_response(),
    })
}
