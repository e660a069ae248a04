use super::Session;
use crate::api::caller::Owner;
use crate::api::page::Page;
use crate::fault::Failure;
use axum::Json;

/// List the caller's sessions.
///
/// Last used first.
#[utoipa::path(
    get,
    path = "/sessions",
    tag = "account",
    operation_id = "listSessions",
    security(("session" = [])),
    responses((status = 200, description = "The whole list.", body = Page<Session>))
)]
pub(crate) async fn list_sessions(Owner { caller, session, .. }: Owner) -> Result<Json<Page<Session>>, Failure> {
    let sessions = caller.app().list_sessions(&caller.actor()).await?;
    let items = sessions.into_iter().map(|listed| Session::new(listed, session)).collect();
    Ok(Json(Page { items, next: None }))
}
