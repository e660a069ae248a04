//! What machines ask: whether the program lives, whether it can work, and its figures.

use crate::site::Site;
use axum::extract::{ConnectInfo, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use std::net::SocketAddr;
use std::sync::Arc;

/// `GET /healthz`: the program lives.
pub(crate) async fn alive() -> &'static str {
    "alive\n"
}

/// `GET /readyz`: the database answers, and the program is not about to stop.
pub(crate) async fn ready(State(site): State<Arc<Site>>) -> Response {
    if site.stopping.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n").into_response();
    }
    match site.app.check().await {
        Ok(()) => "ready\n".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}

/// `GET /metrics`: figures, as Prometheus reads them, for this machine only. How often something
/// was declined would tell a starter who watches it what nobody else tells them.
pub(crate) async fn figures(State(site): State<Arc<Site>>, parts: Parts) -> Response {
    match &site.metrics {
        Some(write) if is_of_this_machine(&parts) => {
            ([(CONTENT_TYPE, "text/plain; version=0.0.4")], write()).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Whether a request comes from a program beside this one, and not from a proxy for somebody else.
fn is_of_this_machine(parts: &Parts) -> bool {
    let is_passed_on = ["forwarded", "x-forwarded-for", "via"].iter().any(|name| parts.headers.contains_key(*name));
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    !is_passed_on && peer.is_some_and(|peer| peer.0.ip().to_canonical().is_loopback())
}
