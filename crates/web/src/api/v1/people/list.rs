use super::Person;
use crate::api::caller::Caller;
use crate::api::extract::Asked;
use crate::api::fields;
use crate::api::page::{Limit, Page};
use crate::fault::Failure;
use axum::Json;
use serde::Deserialize;
use snug_domain::Field;
use utoipa::IntoParams;

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
    responses((status = 200, description = "A page of members.", body = Page<Person>))
)]
pub(crate) async fn list_people(caller: Caller, Asked(asked): Asked<Search>) -> Result<Json<Page<Person>>, Failure> {
    let after = asked.after.map(|after| fields::parse_handle(&after, Field::Cursor)).transpose()?;
    let found = caller.app().list_members(&caller.actor(), &asked.search, after.as_ref(), asked.limit.into()).await?;
    let items = found.members.iter().map(Person::from).collect();
    Ok(Json(Page { items, next: found.next.map(|handle| handle.to_string()) }))
}
