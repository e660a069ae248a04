use super::ListedConversation;
use crate::api::caller::{Caller, Talker};
use crate::api::extract::Asked;
use crate::api::fields;
use crate::api::page::{Cursor, Limit, Page};
use crate::fault::Failure;
use axum::Json;
use serde::Deserialize;
use snug_app::conversations::{Filter, Place};
use utoipa::{IntoParams, ToSchema};

/// Which conversations, and from where on.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Listing {
    /// Which ones.
    #[serde(default)]
    #[param(required = false, inline)]
    show: Show,
    /// What the page before said as `next`.
    #[param(schema_with = fields::place, required = false)]
    after: Option<Cursor>,
    /// How many.
    #[serde(default)]
    #[param(schema_with = fields::limit, required = false)]
    limit: Limit,
}

/// Which conversations.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Show {
    /// All that are not put away, with invitations to answer.
    #[default]
    All,
    /// Those with something unread, invitations included.
    Unread,
    /// Invitations that wait for an answer.
    Invitations,
    /// Those with a star.
    Starred,
    /// Those that are put away or that the caller is not in any more, with invitations they declined and can still
    /// accept.
    Archived,
}

/// List the caller's conversations.
///
/// The newest first.
#[utoipa::path(
    get,
    path = "/conversations",
    tag = "conversations",
    operation_id = "listConversations",
    params(Listing),
    responses((status = 200, description = "A page of conversations.", body = Page<ListedConversation>))
)]
pub(crate) async fn list_conversations(
    Talker(caller): Talker,
    Asked(asked): Asked<Listing>,
) -> Result<Json<Page<ListedConversation>>, Failure> {
    let filter = match asked.show {
        Show::All => Filter::All,
        Show::Unread => Filter::Unread,
        Show::Invitations => Filter::Invitations,
        Show::Starred => Filter::Starred,
        Show::Archived => Filter::Archived,
    };
    list(&caller, filter, asked.after, asked.limit).await
}

/// A page of these conversations.
pub(crate) async fn list(
    caller: &Caller,
    filter: Filter,
    after: Option<Cursor>,
    limit: Limit,
) -> Result<Json<Page<ListedConversation>>, Failure> {
    let from = after.map_or(Place::TOP, |cursor| cursor.0);
    let page = caller.app().list_conversations(&caller.actor(), filter, from, limit.into()).await?;
    let items = page.conversations.iter().map(|listed| ListedConversation::new(listed, &caller.person)).collect();
    Ok(Json(Page { items, next: page.next.map(|place| Cursor(place).write()) }))
}
