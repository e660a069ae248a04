use super::Message;
use crate::api::caller::Talker;
use crate::api::extract::{Asked, At};
use crate::api::fields;
use crate::api::number::Number;
use crate::api::page::Limit;
use crate::fault::Failure;
use axum::Json;
use serde::{Deserialize, Serialize};
use snug_app::conversations::Slice;
use snug_domain::ConversationId;
use utoipa::{IntoParams, ToSchema};

/// Which messages.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Part {
    /// Those before this number, the last of them.
    #[param(schema_with = fields::number, required = false)]
    before: Option<Number>,
    /// Those after this number, the first of them.
    #[param(schema_with = fields::number, required = false)]
    after: Option<Number>,
    /// How many.
    #[serde(default)]
    #[param(schema_with = fields::limit, required = false)]
    limit: Limit,
}

/// Some entries of a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Messages {
    /// The entries, the oldest first.
    items: Vec<Message>,
    /// The number to ask for next: as `after` where that was asked, else as `before`; null when
    /// there is no more.
    next: Option<i64>,
}

/// List messages.
///
/// The last ones, unless asked for others. With both `before` and `after`, those between.
#[utoipa::path(
    get,
    path = "/conversations/{id}/messages",
    tag = "conversations",
    operation_id = "listMessages",
    params(("id" = Uuid, Path, description = "The conversation."), Part),
    responses((status = 200, description = "Some messages.", body = Messages))
)]
pub(crate) async fn list_messages(
    Talker(caller): Talker,
    At(id): At<ConversationId>,
    Asked(part): Asked<Part>,
) -> Result<Json<Messages>, Failure> {
    let slice = match (part.after, part.before) {
        (Some(after), _) => Slice::After(after.0),
        (None, Some(before)) => Slice::Before(before.0),
        (None, None) => Slice::Last,
    };
    let (_, found) = caller.app().show_conversation(&caller.actor(), id, slice, part.limit.into()).await?;
    let (mut entries, mut more) = (found.entries, found.more);
    if let (Slice::After(_), Some(before)) = (slice, part.before) {
        let all = entries.len();
        entries.retain(|entry| entry.sequence < before.0);
        more &= entries.len() == all;
    }
    let edge = if part.after.is_some() { entries.last() } else { entries.first() };
    let next = edge.map(|entry| entry.sequence).filter(|_| more);
    let items = entries.iter().map(|entry| Message::new(entry, caller.person.id)).collect();
    Ok(Json(Messages { items, next }))
}
