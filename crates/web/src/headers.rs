//! Headers that every answer carries.

use crate::site::Site;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// Nothing from elsewhere, nothing inline, no frames but our own mails in the demo.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";

/// What every answer carries, over https or not.
pub(crate) fn of_every_answer(is_secure: bool) -> impl Iterator<Item = (HeaderName, &'static str)> {
    let always = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        // A link out of a conversation must not tell where it was.
        (REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
        // Private, and different for each: nobody between keeps it.
        (CACHE_CONTROL, "no-store"),
    ];
    let over_https = is_secure.then_some((STRICT_TRANSPORT_SECURITY, "max-age=31536000"));
    always.into_iter().chain(over_https)
}

/// Adds what every answer carries, unless the handler said otherwise.
pub(crate) async fn protect(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in of_every_answer(site.is_secure()) {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
