use crate::api::caller::Talker;
use crate::api::extract::{At, Body};
use crate::api::fields;
use crate::fault::Failure;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_domain::ConversationId;
use utoipa::ToSchema;

/// What a conversation is called from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewTitle {
    /// Its title; null where it goes by the names of its participants.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(schema_with = fields::title_or_null, required = true)]
    title: Option<String>,
}

/// Give a conversation a title, or take it away.
///
/// For hosts.
#[utoipa::path(
    put,
    path = "/conversations/{id}/title",
    tag = "conversations",
    operation_id = "renameConversation",
    params(("id" = Uuid, Path, description = "The conversation.")),
    request_body = NewTitle,
    responses((status = 204, description = "It is called that."))
)]
pub(crate) async fn rename_conversation(
    Talker(caller): Talker,
    At(id): At<ConversationId>,
    Body(new): Body<NewTitle>,
) -> Result<StatusCode, Failure> {
    let title = fields::parse_title(new.title.as_deref())?;
    caller.app().rename_conversation(&caller.actor(), id, title).await?;
    Ok(StatusCode::NO_CONTENT)
}
