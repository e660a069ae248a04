//! Answers that several operations can give, described once.

use super::problem::Problem;
use std::collections::BTreeMap;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{IntoResponses, ToSchema};

/// Every problem there is: its status, its name in the description, and what it means.
pub(super) const PROBLEMS: [(&str, &str, &str); 11] = [
    ("400", "MalformedJson", "The body is not JSON."),
    ("401", "NotSignedIn", "Neither a token nor a session that holds, or a wrong password."),
    (
        "403",
        "Refused",
        "The rules or the scope of the token forbid it, or it was sent from another site. `code` says which.",
    ),
    ("404", "NotFound", "There is no such thing, or one may not know that there is."),
    ("409", "Conflict", "It cannot be done as things stand: the key or the name is used already."),
    ("413", "TooLarge", "The body is too large."),
    ("415", "NotJson", "The body is not said to be JSON."),
    ("422", "Invalid", "Something in the request cannot be taken. `errors` says what."),
    ("429", "TooMany", "Too often. `Retry-After` and `retry_at` say when to try again."),
    ("500", "Failed", "A fault of ours."),
    ("503", "Busy", "Overloaded, or the database is away or cannot be written. `code` says which; retry later."),
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

/// It can be done only so often.
pub(crate) struct MayBeLimited;

impl IntoResponses for MayBeLimited {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        refer("429").map(|answer| (String::from("429"), answer)).into_iter().collect()
    }
}
