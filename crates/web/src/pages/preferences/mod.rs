//! Preferences: one page, a form for each part.

pub(crate) mod appearance;
pub(crate) mod blocked;
mod client_name;
pub(crate) mod notifications;
pub(crate) mod password;
pub(crate) mod privacy;
pub(crate) mod profile;
pub(crate) mod sessions;
pub(crate) mod show;
pub(crate) mod tokens;

pub(crate) use show::comes_back;

use super::redirect;
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

/// The answer to a part that was saved: back to it. A script that saves while the page stays asks for no page, and can
/// tell this from the redirect to the sign-in.
fn saved(headers: &HeaderMap, part: &str) -> Response {
    if headers.get(ACCEPT).is_some_and(|accepted| accepted.as_bytes() == b"application/json") {
        return StatusCode::NO_CONTENT.into_response();
    }
    redirect(&format!("/preferences?saved={part}#{part}"))
}
