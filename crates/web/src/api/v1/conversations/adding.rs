use crate::api::caller::Talker;
use crate::api::extract::{At, Body};
use crate::fault::Failure;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use snug_domain::ConversationId;
use snug_domain::conversations;
use utoipa::ToSchema;

/// Who may add people to a conversation.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Adding {
    /// Everyone in it.
    Everyone,
    /// Its hosts.
    Hosts,
}

/// Who may add people to a conversation from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAdding {
    /// Who may.
    adding: Adding,
}

/// Say who may add people.
///
/// For hosts.
#[utoipa::path(
    put,
    path = "/conversations/{id}/adding",
    tag = "conversations",
    operation_id = "setAdding",
    params(("id" = Uuid, Path, description = "The conversation.")),
    request_body = NewAdding,
    responses((status = 204, description = "They may, and nobody else."))
)]
pub(crate) async fn set_adding(
    Talker(caller): Talker,
    At(id): At<ConversationId>,
    Body(new): Body<NewAdding>,
) -> Result<StatusCode, Failure> {
    caller.app().set_adding(&caller.actor(), id, new.adding.into()).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl From<conversations::Adding> for Adding {
    fn from(adding: conversations::Adding) -> Self {
        match adding {
            conversations::Adding::Everyone => Self::Everyone,
            conversations::Adding::Hosts => Self::Hosts,
        }
    }
}

impl From<Adding> for conversations::Adding {
    fn from(adding: Adding) -> Self {
        match adding {
            Adding::Everyone => Self::Everyone,
            Adding::Hosts => Self::Hosts,
        }
    }
}
