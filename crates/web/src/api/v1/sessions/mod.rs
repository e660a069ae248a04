//! Browsers somebody is signed in with.

pub(super) mod create;
pub(super) mod end;
pub(super) mod end_current;
pub(super) mod end_others;
pub(super) mod list;

use super::people::Person;
use crate::api::time::Time;
use crate::cookies::keep_session;
use crate::site::Site;
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use snug_app::accounts::{self, Token};
use snug_domain::SessionId;
use utoipa::ToSchema;
use uuid::Uuid;

/// A browser the caller is signed in with.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Session {
    /// Session id.
    id: Uuid,
    /// Whether it is the session of this request.
    current: bool,
    /// Browser and system, from its `User-Agent`.
    client: String,
    /// Time of sign-in.
    created_at: Time,
    /// Time of last use, to the hour.
    seen_at: Time,
}

impl Session {
    fn new(session: snug_app::Session, current: SessionId) -> Self {
        Self {
            id: session.id.0,
            current: current == session.id,
            client: session.client,
            created_at: session.created_at.into(),
            seen_at: session.seen_at.into(),
        }
    }
}

/// A member who signed in. The session itself is in the cookie.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SignedIn {
    /// The id of the session.
    session: Uuid,
    /// The member.
    person: Person,
}

/// The answer that begins a session.
pub(super) fn begun(site: &Site, signed_in: &accounts::SignedIn, token: &Token) -> Response {
    let body = SignedIn { session: signed_in.session.0, person: Person::from(&signed_in.person) };
    let mut response = (StatusCode::CREATED, Json(body)).into_response();
    keep_session(site, response.headers_mut(), token);
    response
}
