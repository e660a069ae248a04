use super::Conversation;
use crate::api::answers::{MayBeLimited, MayConflict, created};
use crate::api::caller::Talker;
use crate::api::extract::{Body, present};
use crate::api::fields;
use crate::api::v1::messages::draft;
use crate::fault::Failure;
use axum::response::Response;
use serde::Deserialize;
use snug_app::conversations::{Slice, StartWith};
use snug_domain::people::Handle;
use snug_domain::{ConversationId, Field, Invalid};
use utoipa::ToSchema;

/// Whom to write to, and what.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewConversation {
    /// The other one, or the others. One makes a direct conversation, unless it has a title or is begun from another.
    #[schema(schema_with = fields::recipients)]
    to: To,
    /// What a conversation of several is called.
    #[serde(default, deserialize_with = "present")]
    #[schema(schema_with = fields::title)]
    title: Option<String>,
    /// A direct conversation of the caller's that this one goes on from, with more people. Nobody but its two is told.
    #[serde(default, deserialize_with = "present")]
    #[schema(schema_with = fields::id)]
    begun_from: Option<ConversationId>,
    /// The first message, which travels with the invitation.
    #[schema(schema_with = fields::text)]
    text: String,
    /// The key that makes a retry harmless.
    #[schema(schema_with = fields::client_id)]
    client_id: String,
}

/// One handle, or several.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum To {
    One(String),
    Several(Vec<String>),
}

impl To {
    /// The handles, written as they are.
    pub(super) fn parse(&self) -> Result<Vec<Handle>, Invalid> {
        match self {
            Self::One(handle) => Ok(vec![fields::parse_handle(handle, Field::To)?]),
            Self::Several(handles) => fields::parse_handles(handles, Field::To),
        }
    }
}

/// Start a conversation.
///
/// Everybody in it is invited, with the first message, and accepts for themself. Nothing more can be sent until one
/// has. Whoever declined an invitation of somebody to a direct conversation accepts it by starting one with them, with
/// this message as the first answer.
///
/// One that is begun from a direct conversation is linked with it, for its two alone, if the other one of the two is in
/// it; else it is not linked, and nobody is told.
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
    let to = new.to.parse()?;
    let title = fields::parse_title(new.title.as_deref())?;
    let draft = draft(&new.text, &new.client_id)?;
    let posted = app.start_conversation(&actor, StartWith { to, title, begun_from: new.begun_from, draft }).await?;
    let id = posted.message().conversation;
    let (shown, _) = app.show_conversation(&actor, id, Slice::Last, 1).await?;
    let place = format!("/api/v1/conversations/{id}");
    Ok(created(&posted, place, Conversation::new(&shown, &caller.person)))
}
