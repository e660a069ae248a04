//! What the description says besides its operations: what it is, how one is let in, and the
//! problems that come with any operation of a kind.

use super::answers::{components, refer};
use super::links::add_links;
use super::problem::{FieldProblem, PersonProblem, Problem};
use utoipa::openapi::path::{Operation, ParameterIn, PathItem};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{Info, License, OpenApi, RefOr};
use utoipa::{PartialSchema, ToSchema};

const TAGS: [(&str, &str); 6] = [
    ("account", "Signing up, in and out, and passwords."),
    ("me", "The caller's profile and preferences."),
    ("people", "The directory, profiles and presence."),
    ("conversations", "Invitations, conversations and messages."),
    ("tokens", "Personal tokens, for programs."),
    ("live", "Server-sent events."),
];

/// Adds to the operations what they have in common.
pub(super) fn complete(mut description: OpenApi) -> OpenApi {
    description.info = info();
    description.tags = Some(
        TAGS.map(|(name, text)| TagBuilder::new().name(name).description(Some(text)).build()).into_iter().collect(),
    );
    description.security = Some(["token", "session"].map(|name| SecurityRequirement::new(name, [""; 0])).to_vec());
    let parts = description.components.get_or_insert_default();
    parts.security_schemes.extend(ways_in());
    parts.responses.extend(components());
    parts.schemas.insert(Problem::name().into_owned(), Problem::schema());
    parts.schemas.insert(FieldProblem::name().into_owned(), FieldProblem::schema());
    parts.schemas.insert(PersonProblem::name().into_owned(), PersonProblem::schema());
    for item in description.paths.paths.values_mut() {
        add_problems(item);
    }
    add_links(&mut description.paths);
    description
}

fn info() -> Info {
    let mut info = Info::new("Snug", env!("CARGO_PKG_VERSION"));
    info.description = Some(String::from(
        "Private conversations for an online community. Each community is found by its host name. Times are RFC 3339 \
         in UTC, lists are paginated (send `next` as `after`), and errors are problem details \
         (RFC 9457). `Accept-Language` chooses the language of texts that people read.",
    ));
    info.license = Some(License::new("Apache-2.0"));
    info
}

fn ways_in() -> [(String, RefOr<SecurityScheme>); 2] {
    let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(
        "A personal token, made in the preferences or with `createToken`, read-only or read-write. Operations on \
             the account (password, sessions, tokens, address) are refused with the code `not-for-tokens`.",
    ));
    let session = ApiKeyValue::with_description(
        "__Host-snug-session",
        "The session cookie of a browser. Over plain HTTP on localhost its name is `snug-session`.",
    );
    [
        (String::from("token"), SecurityScheme::Http(token.build()).into()),
        (String::from("session"), SecurityScheme::ApiKey(ApiKey::Cookie(session)).into()),
    ]
}

fn add_problems(item: &mut PathItem) {
    for operation in [&mut item.get].into_iter().flatten() {
        add(operation, &[]);
    }
    for operation in [&mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten() {
        // What changes something is refused when it comes from another site, and in the end when it comes too often.
        add(operation, &["403", "429"]);
    }
}

fn add(operation: &mut Operation, more: &[&str]) {
    let needs_caller = operation.security.as_deref() != Some(&[SecurityRequirement::default()]);
    let needs_session = needs_caller && operation.security.is_some();
    let has_body = operation.request_body.is_some();
    let in_query = |parameter: &RefOr<_>| {
        matches!(parameter, RefOr::T(utoipa::openapi::path::Parameter { parameter_in: ParameterIn::Query, .. }))
    };
    let has_query = operation.parameters.iter().flatten().any(in_query);
    let mut statuses = vec!["404", "500", "503"];
    statuses.extend(more);
    statuses.extend(needs_caller.then_some("401"));
    // A token is refused.
    statuses.extend(needs_session.then_some("403"));
    statuses.extend((has_body || has_query).then_some("422"));
    statuses.extend(if has_body { ["400", "413", "415"].as_slice() } else { &[] });
    for status in statuses {
        if let Some(problem) = refer(status) {
            operation.responses.responses.entry(status.to_owned()).or_insert(problem);
        }
    }
}
