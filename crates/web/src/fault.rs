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
        Error::Refused(_) | Error::CannotAsk(_) => StatusCode::FORBIDDEN,
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Conflict => StatusCode::CONFLICT,
        Error::WrongCredentials => StatusCode::UNAUTHORIZED,
        Error::Busy | Error::Unavailable | Error::CannotSave => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// When to try again, in seconds from now (RFC 9110, 10.2.3), where waiting helps. `error` is none where the answer
/// took too long.
pub(crate) fn retry_after(status: StatusCode, error: Option<&Error>, now: Timestamp) -> Option<i64> {
    match error {
        Some(Error::TooMany { retry_at } | Error::Refused(Refusal::TooManyInvitations { again_at: retry_at })) => {
            Some(seconds_until(*retry_at, now))
        }
        Some(Error::Busy) => Some(1),
        Some(Error::CannotSave) => Some(60),
        _ => (status == StatusCode::SERVICE_UNAVAILABLE).then_some(5),
    }
}

/// Says when to try again.
pub(crate) fn add_retry_after(response: &mut Response, error: &Error, now: Timestamp) {
    if let Some(seconds) = retry_after(status(error), Some(error), now) {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
}

/// Whole seconds from now until then, so that it is not too early after them.
pub(crate) fn seconds_until(then: Timestamp, now: Timestamp) -> i64 {
    ((then - now).0.max(0) + 999) / 1_000
}

/// Whether a path is meant for the API, also where it is not written as its paths are.
pub(crate) fn is_of_the_api(path: &str) -> bool {
    let first = path.split('/').find(|segment| !segment.is_empty());
    first.is_some_and(|segment| segment.eq_ignore_ascii_case("api"))
}

#[cfg(test)]
mod tests {
    use super::is_of_the_api;

    #[test]
    fn a_path_of_the_api_is_known_by_its_first_segment() {
        for path in ["/api", "/api/", "/api/v1/me", "/API/v1", "//api/v1/me", "/Api"] {
            assert!(is_of_the_api(path), "{path}");
        }
        for path in ["/", "/apis", "/people/api", "/api.json", ""] {
            assert!(!is_of_the_api(path), "{path}");
        }
    }
}
