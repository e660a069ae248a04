use super::conversations::ListedConversation;
use super::conversations::list::list;
use crate::api::caller::Talker;
use crate::api::extract::Asked;
use crate::api::fields;
use crate::api::page::{Cursor, Limit, Page};
use crate::fault::Failure;
use axum::Json;
use serde::Deserialize;
use snug_app::conversations::Filter;
use utoipa::IntoParams;

/// One page of a list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Listing {
    /// `next` of the page before.
    #[param(schema_with = fields::place, required = false)]
    after: Option<Cursor>,
    /// Page size.
    #[serde(default)]
    #[param(schema_with = fields::limit, required = false)]
    limit: Limit,
}

/// List the caller's pending invitations.
///
/// Newest first.
#[utoipa::path(
    get,
    path = "/invitations",
    tag = "conversations",
    operation_id = "listInvitations",
    params(Listing),
    responses((status = 200, description = "A page of invitations.", body = Page<ListedConversation>))
)]
pub(crate) async fn list_invitations(
    Talker(caller): Talker,
    Asked(asked): Asked<Listing>,
) -> Result<Json<Page<ListedConversation>>, Failure> {
    list(&caller, Filter::Invitations, asked.after, asked.limit).await
}
