use crate::api::caller::Caller;
use crate::api::extract::Asked;
use crate::api::fields;
use crate::api::page::{Limit, Page};
use crate::fault::Failure;
use axum::Json;
use serde::{Deserialize, Serialize};
use snug_domain::{Field, people};
use utoipa::{IntoParams, ToSchema};

/// Who is looked for, and from where on.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// Beginnings of words of a name or handle; everybody without it.
    #[serde(default)]
    #[param(required = false)]
    search: String,
    /// What the page before said as `next`.
    #[param(schema_with = fields::handle, required = false)]
    after: Option<String>,
    /// How many.
    #[serde(default)]
    #[param(schema_with = fields::limit, required = false)]
    limit: Limit,
}

/// A member, in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ListedMember {
    /// Their short name.
    handle: String,
    /// What they are called.
    name: String,
    /// The line about them, or nothing.
    about: String,
    /// Whether the name looks like that of another member: tell the two apart by their handles.
    lookalike: bool,
}

/// List members.
///
/// By handle. A page of a search that fits very many members looks at a thousand of them: it can
/// hold fewer than asked for, even none, and still have a `next` to go on from.
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
