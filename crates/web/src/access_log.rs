//! One line a request: method, route, status, time. Never the path itself: it holds handles and
//! tokens.

use axum::extract::{MatchedPath, Request};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use std::time::Instant;

/// Notes a request and counts it.
#[expect(clippy::disallowed_methods, reason = "how long a request took is measured, not decided on")]
pub(crate) async fn note(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = known(request.method());
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let seconds = began.elapsed().as_secs_f64();
    tracing::info!(method, route, status, milliseconds = seconds * 1_000.0, "answered");
    metrics::counter!("snug_requests_total", "method" => method, "route" => route.clone(), "status" => status.to_string())
        .increment(1);
    metrics::histogram!("snug_request_seconds", "route" => route).record(seconds);
    response
}

/// The method, if it is one we know: strangers can make up any number of others, and each would
/// be counted for ever.
fn known(method: &Method) -> &'static str {
    const KNOWN: [(Method, &str); 7] = [
        (Method::GET, "GET"),
        (Method::HEAD, "HEAD"),
        (Method::POST, "POST"),
        (Method::PUT, "PUT"),
        (Method::PATCH, "PATCH"),
        (Method::DELETE, "DELETE"),
        (Method::OPTIONS, "OPTIONS"),
    ];
    KNOWN.iter().find(|(one, _)| one == method).map_or("other", |(_, name)| name)
}
