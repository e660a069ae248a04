//! Error pages: whatever went wrong, in the reader's words and within the frame of the site.

use super::frame;
use crate::fault::{Fault, add_retry_after};
use crate::site::Site;
use crate::views::{self, ErrorPage, Frame};
use crate::visit::Visit;
use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use snug_app::Error;
use std::sync::Arc;
use tower_http::csrf::ProtectionError;

/// Writes the page for every answer that says only that something went wrong.
pub(crate) async fn write_faults(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let is_fault = response.status().is_client_error() || response.status().is_server_error();
    if !is_fault || is_page(&response) {
        return response;
    }
    let is_cross_site = response.extensions().get::<ProtectionError>().is_some();
    let fault = response.extensions().get::<Fault>().map(|fault| Arc::clone(&fault.0));
    if let Some(Error::Internal(cause)) = fault.as_deref() {
        tracing::error!(error = format!("{cause:#}"), "a page failed");
    }
    let status = response.status();
    let visit = Visit::of(&asked, &site).await.ok().flatten();
    let Some(visit) = visit else { return unknown_host(&site, status).await };
    let kind = kind(&visit, status, fault.as_deref(), (!asked.method.is_safe(), is_cross_site));
    let written = match frame(&visit).await {
        Ok(frame) => write(frame, kind),
        Err(_) => None,
    };
    let mut written = written.map_or_else(|| status.into_response(), |html| (status, Html(html)).into_response());
    // What may be asked instead (RFC 9110, 15.5.6).
    if let Some(allowed) = response.headers().get(ALLOW) {
        written.headers_mut().insert(ALLOW, allowed.clone());
    }
    if let Some(error) = &fault {
        add_retry_after(&mut written, error, visit.now);
    }
    written
}

/// What is said of a body that is too long, of another kind, or broken.
const UNREADABLE: [StatusCode; 4] = [
    StatusCode::BAD_REQUEST,
    StatusCode::PAYLOAD_TOO_LARGE,
    StatusCode::UNSUPPORTED_MEDIA_TYPE,
    StatusCode::UNPROCESSABLE_ENTITY,
];

/// Whether a handler wrote what people read. What extractors write is for programmers.
fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/html") || kind.starts_with("text/vnd.turbo-stream.html")
}

fn kind(
    visit: &Visit,
    status: StatusCode,
    fault: Option<&Error>,
    (is_post, is_cross_site): (bool, bool),
) -> views::Fault {
    match fault {
        _ if is_cross_site => views::Fault::CrossSite,
        Some(Error::TooMany { retry_at }) => views::Fault::TooMany { again: (*retry_at).into() },
        Some(Error::Refused(snug_domain::Refusal::ConversationsOff)) => views::Fault::NotFound,
        Some(Error::Refused(refusal)) => {
            views::Fault::Forbidden { reason: views::refusal(visit.texts(), *refusal, None) }
        }
        Some(Error::Invalid(faults)) => {
            let reason = faults.first().map(|invalid| views::problem(visit.texts(), *invalid));
            views::Fault::Forbidden { reason: reason.unwrap_or_default() }
        }
        _ if status == StatusCode::SERVICE_UNAVAILABLE => views::Fault::Busy,
        _ if status.is_server_error() => views::Fault::Internal,
        _ if is_post && UNREADABLE.contains(&status) => views::Fault::Unreadable,
        _ => views::Fault::NotFound,
    }
}

fn write(frame: Frame, fault: views::Fault) -> Option<String> {
    ErrorPage { frame, fault }.render().ok()
}

/// A host that is no community's: the demo lists those there are.
async fn unknown_host(site: &Arc<Site>, status: StatusCode) -> Response {
    match (&site.demo, status) {
        (Some(_), StatusCode::NOT_FOUND) => super::demo::communities::list(site).await,
        _ => status.into_response(),
    }
}
