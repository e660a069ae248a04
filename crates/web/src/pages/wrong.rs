//! Error pages: whatever went wrong, in the reader's words and within the frame of the site.
//!
//! Where no community is known, because the host is none's or the database cannot be asked, the page stands alone: it
//! needs the texts and nothing else. A form that could not be taken is in its page, to be sent again.

use super::frame;
use super::unsent::{Sent, unsent_form};
use crate::api::write_problem;
use crate::fault::{Fault, is_of_the_api, retry_after, status};
use crate::page_owner::{AnothersPage, mark};
use crate::site::Site;
use crate::views::{self, ErrorPage, Frame, LoneErrorPage, Moment, UnsentForm};
use crate::visit::{Visit, accepted, browser_zone, hours, lead_to_community};
use askama::Template;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, ALLOW, CONTENT_TYPE, RETRY_AFTER};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, response};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use snug_app::Error;
use snug_domain::people::Language;
use snug_texts::{Texts, Times};
use std::sync::Arc;
use tower_http::csrf::ProtectionError;

/// Writes the page for every answer that says only that something went wrong.
pub(crate) async fn write_faults(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let sent = Sent::default();
    request.extensions_mut().insert(sent.clone());
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    if !is_error(&response) || is_page(&response) {
        return response;
    }
    let (response, _) = response.into_parts();
    if is_of_the_api(asked.uri.path()) {
        return write_problem(&site, &asked, &response).await;
    }
    let wrong = Wrong::of(&response);
    if let Some(Error::Internal(cause)) = wrong.error() {
        tracing::error!(error = format!("{cause:#}"), "a page failed");
    }
    let unsent = unsent_form(&asked, &sent, wrong.status).await;
    let mut written = match Visit::of(&asked, &site).await {
        Ok(Some(visit)) => write_within(&visit, &asked, &wrong, unsent).await,
        Ok(None) => write_unknown_host(&site, &asked, &wrong, unsent).await,
        Err(error) => write_alone(&site, &asked, &Wrong::from(error), unsent),
    };
    if wrong.is_anothers_page {
        mark(&mut written);
    }
    // What may be asked instead (RFC 9110, 15.5.6).
    if let Some(allowed) = response.headers.get(ALLOW) {
        written.headers_mut().insert(ALLOW, allowed.clone());
    }
    if let Some(seconds) = retry_after(written.status(), wrong.error(), site.clock.now()) {
        written.headers_mut().entry(RETRY_AFTER).or_insert(HeaderValue::from(seconds));
    }
    written
}

/// Writes a page where nothing further in has said what went wrong. A stream has a status only.
pub(crate) async fn write_bare_faults(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    if !is_error(&response) || response.headers().contains_key(CONTENT_TYPE) {
        return response;
    }
    let (response, _) = response.into_parts();
    if is_of_the_api(asked.uri.path()) {
        return write_problem(&site, &asked, &response).await;
    }
    let wrong = Wrong::of(&response);
    let mut written = write_alone(&site, &asked, &wrong, None);
    if let Some(allowed) = response.headers.get(ALLOW) {
        written.headers_mut().insert(ALLOW, allowed.clone());
    }
    if let Some(seconds) = retry_after(wrong.status, wrong.error(), site.clock.now()) {
        written.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    written
}

/// What an answer says that went wrong.
struct Wrong {
    status: StatusCode,
    error: Option<Arc<Error>>,
    is_cross_site: bool,
    is_anothers_page: bool,
}

impl Wrong {
    fn of(response: &response::Parts) -> Self {
        Self {
            status: response.status,
            error: response.extensions.get::<Fault>().map(|fault| Arc::clone(&fault.0)),
            is_cross_site: response.extensions.get::<ProtectionError>().is_some(),
            is_anothers_page: response.extensions.get::<AnothersPage>().is_some(),
        }
    }

    fn error(&self) -> Option<&Error> {
        self.error.as_deref()
    }
}

impl From<Error> for Wrong {
    fn from(error: Error) -> Self {
        Self { status: status(&error), error: Some(Arc::new(error)), is_cross_site: false, is_anothers_page: false }
    }
}

/// What is said of a request that is too long, of another kind, or broken.
const UNREADABLE: [StatusCode; 4] = [
    StatusCode::BAD_REQUEST,
    StatusCode::PAYLOAD_TOO_LARGE,
    StatusCode::UNSUPPORTED_MEDIA_TYPE,
    StatusCode::UNPROCESSABLE_ENTITY,
];

fn is_error(response: &Response) -> bool {
    response.status().is_client_error() || response.status().is_server_error()
}

/// Whether a handler wrote what people read. What extractors write is for programmers.
fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/html") || kind.starts_with("text/vnd.turbo-stream.html")
}

fn kind(times: &Times, asked: &Parts, wrong: &Wrong) -> views::Fault {
    match wrong.error() {
        _ if wrong.is_cross_site => views::Fault::CrossSite,
        _ if wrong.is_anothers_page => views::Fault::AnothersPage,
        Some(Error::TooMany { retry_at }) => views::Fault::TooMany { again: Moment::new(times, *retry_at) },
        Some(Error::Refused(snug_domain::Refusal::ConversationsOff)) => views::Fault::NotFound,
        Some(Error::Refused(refusal)) => views::Fault::Forbidden { reason: views::refusal(times, *refusal, None) },
        Some(Error::Invalid(faults)) => {
            let reason = faults.first().map(|invalid| views::problem(times.texts(), *invalid));
            views::Fault::Forbidden { reason: views::Sentence::of(reason.unwrap_or_default()) }
        }
        Some(Error::Unavailable) => views::Fault::Unavailable,
        Some(Error::CannotSave) => views::Fault::CannotSave,
        _ if wrong.status == StatusCode::SERVICE_UNAVAILABLE => views::Fault::Busy,
        _ if wrong.status.is_server_error() => views::Fault::Internal,
        _ if !asked.method.is_safe() && UNREADABLE.contains(&wrong.status) => views::Fault::Unreadable,
        _ => views::Fault::NotFound,
    }
}

async fn write_within(visit: &Visit, asked: &Parts, wrong: &Wrong, unsent: Option<UnsentForm>) -> Response {
    match frame(visit).await {
        Ok(frame) => {
            let fault = kind(&visit.times(), asked, wrong);
            shown(wrong.status, &ErrorPage { frame, fault, unsent })
        }
        // The answer is about what was asked for; that its frame cannot be had is no other.
        Err(_) => write_alone(&visit.site, asked, wrong, unsent),
    }
}

/// A host that is no community's: on to the one that is meant, if one is. The demo lists those there are.
async fn write_unknown_host(site: &Arc<Site>, asked: &Parts, wrong: &Wrong, unsent: Option<UnsentForm>) -> Response {
    if let Some(onwards) = lead_to_community(asked, site).await {
        return onwards;
    }
    match (&site.demo, wrong.status) {
        (Some(_), StatusCode::NOT_FOUND) => super::demo::communities::list(site).await,
        (None, StatusCode::NOT_FOUND) => {
            let page = LoneErrorPage { frame: lone_frame(asked), fault: views::Fault::UnknownHost, unsent: None };
            shown(wrong.status, &page)
        }
        _ => write_alone(site, asked, wrong, unsent),
    }
}

/// A page that needs no database, in a language the browser asks for.
fn write_alone(site: &Site, asked: &Parts, wrong: &Wrong, unsent: Option<UnsentForm>) -> Response {
    let frame = lone_frame(asked);
    let hours = hours(&asked.headers, frame.texts.language());
    let times = Times::new(frame.texts, browser_zone(site, &asked.headers), site.clock.now()).by(hours);
    let fault = kind(&times, asked, wrong);
    let is_stream = asked.headers.get(ACCEPT).is_some_and(|accept| accept == "text/event-stream");
    if is_stream {
        return wrong.status.into_response();
    }
    shown(wrong.status, &LoneErrorPage { frame, fault, unsent })
}

fn lone_frame(asked: &Parts) -> Frame {
    Frame::alone(Texts::of(accepted(&asked.headers).unwrap_or(Language::English)))
}

fn shown(status: StatusCode, page: &impl Template) -> Response {
    page.render().map_or_else(|_| status.into_response(), |html| (status, Html(html)).into_response())
}
