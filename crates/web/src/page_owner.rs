//! Whose page a request comes from.
//!
//! A browser has one session and many tabs. A tab that was opened as one person must not act as
//! whoever signs in next: forms carry the id of the person whose page they are on, scripts send it
//! as a header, and what comes from another person's page is refused.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use snug_domain::PersonId;

/// The field of a form.
const FIELD: &str = "whose";
/// The header of a script; what a form carries is put there too.
const OWNER: HeaderName = HeaderName::from_static("snug-person");
/// Tells a script that the page it is on belongs to somebody else.
const ANOTHER: HeaderName = HeaderName::from_static("snug-signed-in");

/// The request came from a page of somebody who is not the one signed in now.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AnothersPage;

impl IntoResponse for AnothersPage {
    fn into_response(self) -> Response {
        let mut response = StatusCode::CONFLICT.into_response();
        mark(&mut response);
        response.extensions_mut().insert(self);
        response
    }
}

/// Says in a header why it was refused, for scripts.
pub(crate) fn mark(response: &mut Response) {
    response.headers_mut().insert(ANOTHER, HeaderValue::from_static("another"));
}

/// Whether this came from a page of somebody else. What does not say whose it is comes from a program,
/// or from a page that is nobody's.
pub(crate) fn is_anothers(headers: &HeaderMap, person: PersonId) -> bool {
    headers.get(OWNER).is_some_and(|owner| owner.as_bytes() != person.to_string().as_bytes())
}

/// Puts what a form carries where handlers of every kind can see it, also those that read no form.
pub(crate) fn carry(headers: &mut HeaderMap, form: &[u8]) {
    if let Some((_, owner)) = form_urlencoded::parse(form).find(|(name, _)| name == FIELD) {
        // What no id can be is somebody else's.
        headers.insert(OWNER, HeaderValue::from_str(&owner).unwrap_or(HeaderValue::from_static("?")));
    }
}
