use crate::api::caller::Caller;
use crate::api::extract::Asked;
use crate::api::fields;
use crate::api::page::{Limit, Page};
use crate::fault::Failure;
use axum::Json;
use serde::{Deserialize, Serialize};
use snug_domain::{Field, people};
use utoipa::{IntoParams, ToSchema};

/// A search, and one page of its result.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// Prefixes of words of a name or handle. Default: every member.
    #[serde(default)]
    #[param(required = false)]
    search: String,
    /// `next` of the page before.
    #[param(schema_with = fields::handle, required = false)]
    after: Option<String>,
    /// Page size.
    #[serde(default)]
    #[param(schema_with = fields::limit, required = false)]
    limit: Limit,
}

/// A member, in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ListedMember {
    /// Handle.
    handle: String,
    /// Display name.
    name: String,
    /// About line; may be empty.
    about: String,
    /// Whether the name looks like another member's. Show the handle to tell them apart.
    lookalike: bool,
}

/// List members.
///
/// Ordered by handle. A search with very many matches scans a thousand members a page: such a page can
/// hold fewer items than its size, even none, and still have a `next`.
#[utoipa::path(
    get,
    path = "/people",
    tag = "people",
    operation_id = "listPeople",
    params(Search),
    responses((status = 200, description = "A page of members.", body = Page<ListedMember>))
)]
pub(crate) async fn list_people(
    caller: Caller,
    Asked(asked): Asked<Search>,
) -> Result<Json<Page<ListedMember>>, Failure> {
    let after = asked.after.map(|after| fields::parse_handle(&after, Field::Cursor)).transpose()?;
    let found = caller.app().list_members(&caller.actor(), &asked.search, after.as_ref(), asked.limit.into()).await?;
    let lookalikes = found.lookalikes;
    let member = |person: people::Person| ListedMember {
        lookalike: lookalikes.contains(&person.handle),
        handle: person.handle.to_string(),
        name: person.name,
        about: person.about,
    };
    let items = found.members.into_iter().map(member).collect();
    Ok(Json(Page { items, next: found.next.map(|handle| handle.to_string()) }))
}
