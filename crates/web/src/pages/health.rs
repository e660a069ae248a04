//! What machines ask: whether the program lives, and whether it can work.

use crate::site::Site;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use snug_app::Error;
use std::sync::Arc;

/// `GET /healthz`: the program lives.
pub(crate) async fn alive() -> &'static str {
    "alive\n"
}

/// `GET /readyz`: the database answers and can be written, and the program is not about to stop.
pub(crate) async fn ready(State(site): State<Arc<Site>>) -> Response {
    if site.stopping.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n").into_response();
    }
    let why = match site.app.check(site.clock.now()).await {
        Ok(()) => return "ready\n".into_response(),
        Err(Error::CannotSave) => "the database cannot be written\n",
        Err(_) => "the database does not answer\n",
    };
    (StatusCode::SERVICE_UNAVAILABLE, why).into_response()
}
