//! What went wrong, on its way from a handler to the page or the problem that says so.
//!
//! A handler ends with `?`; the answer is written once, outside, by whichever door it was.

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use snug_app::Error;
use snug_domain::{Refusal, Timestamp};
use std::sync::Arc;

/// A handler could not do what it was asked.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) Error);

/// What went wrong, on a response whose body is still to be written.
#[derive(Debug, Clone)]
pub(crate) struct Fault(pub(crate) Arc<Error>);

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<snug_domain::Invalid> for Failure {
    fn from(invalid: snug_domain::Invalid) -> Self {
        Self(invalid.into())
    }
}

impl From<snug_domain::Refusal> for Failure {
    fn from(refusal: snug_domain::Refusal) -> Self {
        Self(refusal.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = status(&self.0).into_response();
        response.extensions_mut().insert(Fault(Arc::new(self.0)));
        response
    }
}

/// The status that says what the caller must do.
pub(crate) fn status(error: &Error) -> StatusCode {
    match error {
        Error::NotFound | Error::Refused(Refusal::ConversationsOff) => StatusCode::NOT_FOUND,
        Error::Refused(Refusal::TooManyInvitations { .. }) | Error::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        Error::Refused(_) => StatusCode::FORBIDDEN,
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Conflict => StatusCode::CONFLICT,
        Error::WrongCredentials => StatusCode::UNAUTHORIZED,
        Error::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Tells when to try again (RFC 9110, 10.2.3), where that is what went wrong.
pub(crate) fn add_retry_after(response: &mut Response, error: &Error, now: Timestamp) {
    if let Error::TooMany { retry_at } | Error::Refused(Refusal::TooManyInvitations { again_at: retry_at }) = error {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds_until(*retry_at, now)));
    }
}

/// Whole seconds from now until then, so that it is not too early after them.
pub(crate) fn seconds_until(then: Timestamp, now: Timestamp) -> i64 {
    ((then - now).0.max(0) + 999) / 1_000
}
