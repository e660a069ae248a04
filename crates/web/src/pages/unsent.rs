//! A form that was sent and could not be taken for no fault of its own: what somebody wrote is given back.

use crate::page_owner::carry;
use crate::views::UnsentForm;
use axum::body::{Body, Bytes};
use axum::extract::{Form, FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::{Arc, OnceLock};

/// The body of the form that a request sent, once it is read. It stands in the request, so that it outlives a handler
/// that was given up.
#[derive(Debug, Clone, Default)]
pub(super) struct Sent(Arc<OnceLock<Bytes>>);

/// The fields somebody writes into, each before those that are less.
const WRITTEN: [&str; 3] = ["text", "about", "name"];
const FORM: &str = "application/x-www-form-urlencoded";

/// Keeps the body of a form until it is answered.
pub(crate) async fn keep_form(request: Request, next: Next) -> Response {
    let Some(sent) = request.extensions().get::<Sent>().cloned().filter(|_| is_form(request.method(), &request)) else {
        return next.run(request).await;
    };
    let (mut parts, body) = request.into_parts();
    // As an extractor reads it, with the limit of all bodies.
    match Bytes::from_request(Request::from_parts(parts.clone(), body), &()).await {
        Ok(bytes) => {
            drop(sent.0.set(bytes.clone()));
            carry(&mut parts.headers, &bytes);
            next.run(Request::from_parts(parts, Body::from(bytes))).await
        }
        Err(rejection) => rejection.status().into_response(),
    }
}

/// The form to send again, where that may help: what was refused on its merits is not.
pub(super) async fn unsent_form(asked: &Parts, sent: &Sent, status: StatusCode) -> Option<UnsentForm> {
    if !(status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS) {
        return None;
    }
    let body = Body::from(sent.0.get()?.clone());
    let request = Request::from_parts(asked.clone(), body);
    let Form(mut fields) = Form::<Vec<(String, String)>>::from_request(request, &()).await.ok()?;
    // A password is not written into a page, and a form is worth nothing without it.
    if fields.iter().any(|(name, _)| name.contains("password")) {
        return None;
    }
    let place = WRITTEN
        .iter()
        .find_map(|written| fields.iter().position(|(name, value)| name == written && !value.trim().is_empty()))?;
    let written = fields.remove(place);
    Some(UnsentForm { action: asked.uri.path_and_query()?.to_string(), written, rest: fields })
}

fn is_form(method: &Method, request: &Request) -> bool {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    *method == Method::POST && kind.starts_with(FORM)
}
