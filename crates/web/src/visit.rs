//! Who comes to a page: the community of the host name, the person of the session, the language.

use crate::cookies::Kept;
use crate::page_owner::{AnothersPage, is_anothers};
use crate::site::Site;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::header::{ACCEPT_LANGUAGE, HOST, REFERER, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use snug_app::accounts::{SignedIn, Token};
use snug_app::{Actor, App, Client};
use snug_domain::Timestamp;
use snug_domain::communities::Community;
use snug_domain::people::{Language, Preferences, Zone};
use snug_texts::{Hours, Texts, Times};
use std::sync::Arc;

/// A request to a page of a community.
pub(crate) struct Visit {
    /// What the site is made of.
    pub site: Arc<Site>,
    /// The community of the host name.
    pub community: Arc<Community>,
    /// Who is signed in.
    pub signed_in: Option<SignedIn>,
    /// The token of the session, as the browser showed it.
    pub token: Option<Token>,
    /// The browser.
    pub client: Client,
    /// When the request came.
    pub now: Timestamp,
    /// The path and query asked for.
    pub here: String,
    /// What to say once: see [`crate::pages::say`].
    pub notice: Option<String>,
    /// The language of the reader: their own, or their browser's, or the community's.
    pub language: Language,
    /// The time zone of the browser, as its cookie says.
    pub browser_zone: Option<Zone>,
    /// The clock of the reader's country.
    pub hours: Hours,
}

impl Visit {
    /// What people do.
    pub(crate) fn app(&self) -> &App {
        &self.site.app
    }

    /// The texts in the reader's language.
    pub(crate) fn texts(&self) -> Texts {
        Texts::of(self.language)
    }

    /// Times as they are said to the reader: in the zone they chose, or else that of the browser, or of the one before.
    pub(crate) fn times(&self) -> Times {
        self.times_at(self.now)
    }

    /// The same at another time than that of the request.
    pub(crate) fn times_at(&self, now: Timestamp) -> Times {
        let Preferences { chosen_zone, browser_zone, .. } = self.preferences();
        Times::new(self.texts(), chosen_zone.or(self.browser_zone).or(browser_zone), now).by(self.hours)
    }

    /// The visit of this request. `None` where the host is no community's.
    pub(crate) async fn of(parts: &Parts, site: &Arc<Site>) -> Result<Option<Self>, snug_app::Error> {
        let now = site.clock.now();
        let token = Kept::Session.read(site, &parts.headers).map(|token| Token::shown(&token));
        let Some(arrival) = site.app.arrive(&host(parts), token.clone(), now).await? else { return Ok(None) };
        let own = arrival.signed_in.as_ref().map(|signed_in| signed_in.person.preferences.language);
        let language = own.or_else(|| accepted(&parts.headers)).unwrap_or(arrival.community.language);
        Ok(Some(Self {
            site: Arc::clone(site),
            token,
            client: client(parts, site),
            community: arrival.community,
            signed_in: arrival.signed_in,
            now,
            here: parts.uri.path_and_query().map_or_else(|| String::from("/"), ToString::to_string),
            notice: Kept::Notice.read(site, &parts.headers),
            language,
            browser_zone: browser_zone(site, &parts.headers),
            hours: hours(&parts.headers, language),
        }))
    }

    /// What the reader chose, or what somebody has who has not.
    pub(crate) fn preferences(&self) -> Preferences {
        self.signed_in.as_ref().map_or(Preferences::new(self.language), |signed_in| signed_in.person.preferences)
    }
}

impl FromRequestParts<Arc<Site>> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Self::Rejection> {
        match Self::of(parts, site).await {
            Ok(Some(visit)) => Ok(visit),
            Ok(None) => Err(StatusCode::NOT_FOUND.into_response()),
            Err(error) => Err(crate::fault::Failure(error).into_response()),
        }
    }
}

/// A request of somebody who is signed in. Anybody else is asked to, and comes back.
pub(crate) struct Member {
    /// The visit.
    pub visit: Visit,
    /// Who.
    pub signed_in: SignedIn,
}

impl Member {
    /// Who does it, where and when.
    pub(crate) fn actor(&self) -> Actor {
        let Visit { community, now, .. } = &self.visit;
        Actor { community: Arc::clone(community), person: self.signed_in.person.id, now: *now }
    }

    /// What people do.
    pub(crate) fn app(&self) -> &App {
        self.visit.app()
    }
}

impl FromRequestParts<Arc<Site>> for Member {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Self::Rejection> {
        let visit = <Visit as FromRequestParts<_>>::from_request_parts(parts, site).await?;
        match visit.signed_in.clone() {
            Some(signed_in) if is_anothers(&parts.headers, signed_in.person.id) => Err(AnothersPage.into_response()),
            Some(signed_in) => Ok(Self { visit, signed_in }),
            None if parts.method.is_safe() => Err(Redirect::to(&sign_in_path(&visit.here)).into_response()),
            // What a form held cannot be sent again after signing in; the page it was on keeps it.
            None => Err(Redirect::to(&sent_from(&parts.headers).map_or_else(
                || String::from("/sign-in?why=ended"),
                |page| format!("{}&why=ended", sign_in_path(&page)),
            ))
            .into_response()),
        }
    }
}

impl OptionalFromRequestParts<Arc<Site>> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Option<Self>, Self::Rejection> {
        Self::of(parts, site).await.map_err(|error| crate::fault::Failure(error).into_response())
    }
}

/// A request for what a community looks like, the same whoever asks.
pub(crate) struct AtHost(pub(crate) Community);

impl FromRequestParts<Arc<Site>> for AtHost {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Self::Rejection> {
        match site.app.find_community_by_host(&host(parts)).await {
            Ok(Some(community)) => Ok(Self(community)),
            Ok(None) => Err(StatusCode::NOT_FOUND.into_response()),
            Err(error) => Err(crate::fault::Failure(error).into_response()),
        }
    }
}

/// The path and query of the page of ours that a form was sent from, as browsers say it.
pub(crate) fn sent_from(headers: &HeaderMap) -> Option<String> {
    let page: Uri = headers.get(REFERER)?.to_str().ok()?.parse().ok()?;
    let is_ours = page.host() == headers.get(HOST)?.to_str().ok()?.parse::<Uri>().ok()?.host();
    page.path_and_query().filter(|_| is_ours).map(ToString::to_string)
}

/// The page that asks who one is, and leads back.
fn sign_in_path(here: &str) -> String {
    format!("/sign-in?{}", query(&[("return_to", here)]))
}

/// Names and values as the query of an address.
pub(crate) fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// The host name asked for, without a port.
pub(crate) fn host(parts: &Parts) -> String {
    let named = parts.headers.get(HOST).and_then(|host| host.to_str().ok());
    let authority = parts.uri.host().or(named).unwrap_or_default();
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    host.to_ascii_lowercase()
}

/// On to the community that a host is but for a `www.` or the dot of the root, whose cookies would be others.
pub(crate) async fn lead_to_community(parts: &Parts, site: &Site) -> Option<Response> {
    let host = host(parts);
    let name = host.trim_end_matches('.');
    let name = name.strip_prefix("www.").unwrap_or(name);
    if name == host {
        return None;
    }
    let community = site.app.find_community_by_host(name).await.ok()??;
    let here = parts.uri.path_and_query().map_or("/", |here| here.as_str());
    Some(Redirect::permanent(&site.app.settings().url(&community, here)).into_response())
}

/// The browser or program that sent a request.
pub(crate) fn client(parts: &Parts, site: &Site) -> Client {
    let name = parts.headers.get(USER_AGENT).and_then(|name| name.to_str().ok()).unwrap_or_default();
    let shown = |cookie: Kept| cookie.read(site, &parts.headers).map(|token| Token::shown(&token));
    Client {
        session: shown(Kept::Session),
        mark: shown(Kept::Browser),
        ..Client::new(site.client_address.read(parts), name)
    }
}

/// The time zone of a browser, as its cookie says: a script of ours wrote it there.
pub(crate) fn browser_zone(site: &Site, headers: &HeaderMap) -> Option<Zone> {
    Kept::Zone.read(site, headers).and_then(|name| Zone::parse(&name).ok())
}

/// The clock of the country a browser or program asks for.
pub(crate) fn hours(headers: &HeaderMap, language: Language) -> Hours {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    asked.map_or(Hours::default(), |asked| Hours::preferred(asked, language))
}

/// The language a browser or program asks for.
pub(crate) fn accepted(headers: &HeaderMap) -> Option<Language> {
    headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).and_then(Language::preferred)
}
