//! Who calls: a program with a personal token, or a page with the cookie of a session.

use super::problem::Problem;
use crate::fault::Failure;
use crate::site::Site;
use crate::visit::{Visit, host};
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use snug_app::accounts::Token;
use snug_app::{Actor, App, Error};
use snug_domain::communities::Community;
use snug_domain::people::Person;
use snug_domain::{ApiTokenId, SessionId, Timestamp};
use std::sync::Arc;

/// A member who calls the API.
pub(crate) struct Caller {
    /// What the site is made of.
    pub site: Arc<Site>,
    /// The community of the host name.
    pub community: Arc<Community>,
    /// Who.
    pub person: Person,
    /// What lets them in.
    pub credential: Credential,
    /// When the request came.
    pub now: Timestamp,
}

/// What lets a caller in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Credential {
    /// The cookie of a browser.
    Session(SessionId),
    /// A personal token.
    Token(ApiTokenId),
}

impl Caller {
    /// Who does it, where and when.
    pub(crate) fn actor(&self) -> Actor {
        Actor { community: Arc::clone(&self.community), person: self.person.id, now: self.now }
    }

    /// What people do.
    pub(crate) fn app(&self) -> &App {
        &self.site.app
    }

    /// The session, for a caller with a cookie.
    pub(crate) fn session(&self) -> Option<SessionId> {
        match self.credential {
            Credential::Session(session) => Some(session),
            Credential::Token(_) => None,
        }
    }

    /// The caller of this request, if they are somebody. Where a token is shown, no cookie is
    /// looked at: a program must not act as whoever is signed in beside it.
    pub(crate) async fn of(parts: &Parts, site: &Arc<Site>) -> Result<Option<Self>, Error> {
        if parts.headers.contains_key(AUTHORIZATION) {
            return Self::with_token(parts, site).await;
        }
        let visit = Visit::of(parts, site).await?.ok_or(Error::NotFound)?;
        let (community, now) = (visit.community, visit.now);
        Ok(visit.signed_in.map(|signed_in| Self {
            site: Arc::clone(site),
            community,
            person: signed_in.person,
            credential: Credential::Session(signed_in.session),
            now,
        }))
    }

    async fn with_token(parts: &Parts, site: &Arc<Site>) -> Result<Option<Self>, Error> {
        let (now, host) = (site.clock.now(), host(parts));
        let Some(token) = bearer(&parts.headers) else {
            // Nobody is let in, and nothing is said of where there is no community.
            return site.app.arrive(&host, None, now).await?.map(|_| None).ok_or(Error::NotFound);
        };
        let arrived = site.app.arrive_with_api_token(&host, token, now).await?;
        let (community, found) = arrived.ok_or(Error::NotFound)?;
        Ok(found.map(|(person, token)| Self {
            site: Arc::clone(site),
            community,
            person,
            credential: Credential::Token(token),
            now,
        }))
    }
}

impl FromRequestParts<Arc<Site>> for Caller {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Self::Rejection> {
        match Self::of(parts, site).await {
            Ok(Some(caller)) => Ok(caller),
            Ok(None) => Err(Problem::new(StatusCode::UNAUTHORIZED, "not-signed-in").into_response()),
            Err(error) => Err(Failure(error).into_response()),
        }
    }
}

/// A caller where there are conversations. Elsewhere nothing about them is to be had.
pub(crate) struct Talker(pub Caller);

impl FromRequestParts<Arc<Site>> for Talker {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Self::Rejection> {
        let caller = Caller::from_request_parts(parts, site).await?;
        match caller.actor().conversations_are_on() {
            Ok(()) => Ok(Self(caller)),
            Err(refusal) => Err(Failure::from(refusal).into_response()),
        }
    }
}

/// The token of a program (RFC 6750, section 2.1).
fn bearer(headers: &HeaderMap) -> Option<Token> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| Token::shown(token.trim()))
}
