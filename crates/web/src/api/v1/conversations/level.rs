use crate::api::caller::Talker;
use crate::api::extract::{At, Body};
use crate::fault::Failure;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use snug_domain::ConversationId;
use snug_domain::conversations;
use utoipa::ToSchema;

/// How much somebody wants to hear of a conversation.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Level {
    /// As the preferences say.
    Normal,
    /// Neither the bell nor a mail, unless they are named in it.
    Muted,
    /// Every message, at once.
    EveryMessage,
}

/// How much the caller wants to hear of a conversation from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewLevel {
    /// How much.
    level: Choice,
}

/// The levels to choose from.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = LevelChoice)]
enum Choice {
    /// As the preferences say.
    Normal,
    /// Neither the bell nor a mail, unless they are named in it.
    Muted,
}

/// Mute a conversation, or not any more.
///
/// Nobody else is told.
#[utoipa::path(
    put,
    path = "/conversations/{id}/level",
    tag = "conversations",
    operation_id = "setLevel",
    params(("id" = Uuid, Path, description = "The conversation.")),
    request_body = NewLevel,
    responses((status = 204, description = "It is as it was asked to be."))
)]
pub(crate) async fn set_level(
    Talker(caller): Talker,
    At(id): At<ConversationId>,
    Body(new): Body<NewLevel>,
) -> Result<StatusCode, Failure> {
    let level = match new.level {
        Choice::Normal => conversations::Level::Normal,
        Choice::Muted => conversations::Level::Muted,
    };
    caller.app().set_level(&caller.actor(), id, level).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl From<conversations::Level> for Level {
    fn from(level: conversations::Level) -> Self {
        match level {
            conversations::Level::Normal => Self::Normal,
            conversations::Level::Muted => Self::Muted,
            conversations::Level::EveryMessage => Self::EveryMessage,
        }
    }
}
