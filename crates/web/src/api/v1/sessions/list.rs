use super::Session;
use crate::api::caller::Caller;
use crate::api::page::Page;
use crate::fault::Failure;
use axum::Json;

/// List the caller's sessions.
///
/// The last used first.
#[utoipa::path(
    get,
    path = "/sessions",
    tag = "account",
    operation_id = "listSessions",
    responses((status = 200, description = "All of them.", body = Page<Session>))
)]
pub(crate) async fn list_sessions(caller: Caller) -> Result<Json<Page<Session>>, Failure> {
    let sessions = caller.app().list_sessions(&caller.actor()).await?;
    let current = caller.session();
    let items = sessions.into_iter().map(|session| Session::new(session, current)).collect();
    Ok(Json(Page { items, next: None }))
}
