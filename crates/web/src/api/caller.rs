//! Who calls: a program with a personal token, or a page with the cookie of a session.

use super::problem::Problem;
use crate::cookies::Kept;
use crate::fault::Failure;
use crate::page_owner::is_anothers;
use crate::site::Site;
use crate::visit::{client, host};
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use snug_app::accounts::{Credential, Token};
use snug_app::{Actor, App, Client, Error};
use snug_domain::api_token::Access;
use snug_domain::communities::Community;
use snug_domain::people::Person;
use snug_domain::{Refusal, SessionId, Timestamp};
use std::sync::Arc;

/// A member who calls the API.
pub(crate) struct Caller {
    /// What the site is made of.
    pub site: Arc<Site>,
    /// The community of the host name.
    pub community: Arc<Community>,
    /// The member.
    pub person: Person,
    /// What lets them in.
    pub credential: Credential,
    /// When the request came.
    pub now: Timestamp,
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

    /// Whether they are a browser somebody signed in with.
    pub(crate) fn is_browser(&self) -> bool {
        matches!(self.credential, Credential::Session(_))
    }

    /// Who shows this, if they are somebody. Refused where it does not let them do what the request needs.
    pub(crate) async fn of(shown: &Shown, needs: Access, site: &Arc<Site>) -> Result<Option<Self>, Error> {
        let now = site.clock.now();
        match &shown.pass {
            Pass::Token(token) => Self::with_token(&shown.host, token.clone(), needs, site).await,
            Pass::Session(token) => Self::with_session(&shown.host, token.clone(), site, now).await,
        }
    }

    async fn with_token(host: &str, token: Token, needs: Access, site: &Arc<Site>) -> Result<Option<Self>, Error> {
        let now = site.clock.now();
        let arrived = site.app.arrive_with_api_token(host, token, needs, now).await?;
        let (community, found) = arrived.ok_or(Error::NotFound)?;
        Ok(found.map(|(person, token)| Self {
            site: Arc::clone(site),
            community,
            person,
            credential: Credential::Token(token),
            now,
        }))
    }

    async fn with_session(
        host: &str,
        token: Option<Token>,
        site: &Arc<Site>,
        now: Timestamp,
    ) -> Result<Option<Self>, Error> {
        let arrival = site.app.arrive(host, token, now).await?.ok_or(Error::NotFound)?;
        let community = arrival.community;
        Ok(arrival.signed_in.map(|signed_in| Self {
            site: Arc::clone(site),
            community,
            person: signed_in.person,
            credential: Credential::Session(signed_in.session),
            now,
        }))
    }
}

/// What a request shows of who sends it. What stays open keeps it, to ask again later, and not the whole request.
pub(crate) struct Shown {
    /// The host name asked for.
    host: String,
    pass: Pass,
}

/// What was shown to be let in, if anything was that can be read.
enum Pass {
    /// The cookie of a browser.
    Session(Option<Token>),
    /// A personal token.
    Token(Token),
}

impl Shown {
    /// What this request shows. Where a token is shown, no cookie is looked at: a program must not act as whoever is
    /// signed in beside it.
    pub(crate) fn by(parts: &Parts, site: &Site) -> Self {
        let session = || Kept::Session.read(site, &parts.headers).map(|token| Token::shown(&token));
        let pass = match bearer(&parts.headers) {
            Some(token) => Pass::Token(token),
            // What cannot be read as a token lets nobody in, whatever cookie comes along.
            None if parts.headers.contains_key(AUTHORIZATION) => Pass::Session(None),
            None => Pass::Session(session()),
        };
        Self { host: host(parts), pass }
    }
}

impl FromRequestParts<Arc<Site>> for Caller {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Self::Rejection> {
        let needs = if parts.method.is_safe() { Access::Read } else { Access::Write };
        caller(parts, needs, site).await
    }
}

async fn caller(parts: &Parts, needs: Access, site: &Arc<Site>) -> Result<Caller, Response> {
    match Caller::of(&Shown::by(parts, site), needs, site).await {
        // A program with a token has no page.
        Ok(Some(caller)) if caller.is_browser() && is_anothers(&parts.headers, caller.person.id) => {
            Err(Problem::new(StatusCode::CONFLICT, "signed-in-as-another").into_response())
        }
        Ok(Some(caller)) => Ok(caller),
        Ok(None) => Err(Problem::new(StatusCode::UNAUTHORIZED, "not-signed-in").into_response()),
        Err(error) => Err(Failure(error).into_response()),
    }
}

/// A caller whose request is about what opens their account: with the cookie of a browser.
pub(crate) struct Owner {
    /// The caller, with a session.
    pub caller: Caller,
    /// The session.
    pub session: SessionId,
    /// The browser.
    pub client: Client,
}

impl FromRequestParts<Arc<Site>> for Owner {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Self::Rejection> {
        let caller = caller(parts, Access::Account, site).await?;
        match caller.credential {
            Credential::Session(session) => Ok(Self { caller, session, client: client(parts, site) }),
            Credential::Token(_) => Err(Failure::from(Refusal::NotForTokens).into_response()),
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
