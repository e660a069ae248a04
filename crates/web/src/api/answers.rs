//! Answers that several operations can give, described once.

use super::problem::Problem;
use axum::Json;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::IntoResponse;
use serde::Serialize;
use snug_app::conversations::Posted;
use std::collections::BTreeMap;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{IntoResponses, ToSchema};

/// Every problem there is: its status, its name in the description, and what it means.
pub(super) const PROBLEMS: [(&str, &str, &str); 11] = [
    ("400", "MalformedJson", "The body is not JSON."),
    ("401", "NotSignedIn", "Missing or expired credentials, or wrong password."),
    (
        "403",
        "Refused",
        "Forbidden by a rule or by the scope of the token, or sent from another site. `code` says which.",
    ),
    ("404", "NotFound", "Not found, or not visible to the caller."),
    ("409", "Conflict", "Conflicts with what exists: the key or the name is already in use."),
    ("413", "TooLarge", "The body is too large."),
    ("415", "NotJson", "The content type is not JSON."),
    ("422", "Invalid", "A field of the request is invalid. `errors` names each."),
    ("429", "TooMany", "Rate limit exceeded. `Retry-After` and `retry_at` say when to retry."),
    ("500", "Failed", "Internal error."),
    ("503", "Busy", "Overloaded, or the database is unavailable or read-only. `code` says which; retry later."),
];

/// The problems, to be referred to.
pub(super) fn components() -> impl Iterator<Item = (String, RefOr<Response>)> {
    PROBLEMS.into_iter().map(|(_, name, description)| {
        let schema = Ref::from_schema_name(Problem::name());
        let content = ContentBuilder::new().schema(Some(schema)).build();
        let response = ResponseBuilder::new().description(description).content("application/problem+json", content);
        (name.to_owned(), response.build().into())
    })
}

/// The description of one of the problems.
pub(super) fn refer(status: &str) -> Option<RefOr<Response>> {
    let (_, name, _) = PROBLEMS.into_iter().find(|(known, _, _)| *known == status)?;
    Some(RefOr::Ref(Ref::from_response_name(name)))
}

/// What is asked for may not fit what there is.
pub(crate) struct MayConflict;

impl IntoResponses for MayConflict {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        refer("409").map(|answer| (String::from("409"), answer)).into_iter().collect()
    }
}

/// It may be against a rule, though it changes nothing.
pub(crate) struct MayBeRefused;

impl IntoResponses for MayBeRefused {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        refer("403").map(|answer| (String::from("403"), answer)).into_iter().collect()
    }
}

/// It can be done only so often.
pub(crate) struct MayBeLimited;

impl IntoResponses for MayBeLimited {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        refer("429").map(|answer| (String::from("429"), answer)).into_iter().collect()
    }
}

/// The answer to whoever asked for something to be written: where it is now, unless the same was asked before.
pub(crate) fn created(posted: &Posted, place: String, body: impl Serialize) -> axum::response::Response {
    match posted {
        Posted::New(_) => (StatusCode::CREATED, [(LOCATION, place)], Json(body)).into_response(),
        Posted::Before(_) => Json(body).into_response(),
    }
}
