//! Whatever went wrong, as problem details: the one place that translates it.

use super::problem::{FieldProblem, PersonProblem, Problem};
use crate::fault::{Fault, retry_after, status};
use crate::site::Site;
use crate::views;
use crate::visit::{accepted, lead_to_community};
use axum::Json;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, response};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use snug_app::Error;
use snug_domain::people::{Handle, Language};
use snug_domain::{Invalid, Refusal};
use snug_texts::{Texts, Times};
use std::sync::Arc;
use tower_http::csrf::ProtectionError;

/// What a program that is not let in is told to show (RFC 6750, section 3).
const CHALLENGE: HeaderValue = HeaderValue::from_static("Bearer realm=\"snug\"");
/// Writes the problem for every answer that says that something went wrong.
pub(crate) async fn write_problems(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    if !(response.status().is_client_error() || response.status().is_server_error()) {
        return response;
    }
    let (response, _) = response.into_parts();
    write_problem(&site, &asked, &response).await
}

/// The problem that an answer stands for. It needs no database.
pub(crate) async fn write_problem(site: &Arc<Site>, asked: &Parts, response: &response::Parts) -> Response {
    // A host that is none's but for its `www.` or its last dot.
    if let Some(onwards) = lead_to_community(asked, site).await {
        return onwards;
    }
    let texts = Texts::of(accepted(&asked.headers).unwrap_or(Language::English));
    let times = Times::new(texts, None, site.clock.now());
    let mut written = write(&problem(response, &times), response.headers.get(ALLOW).cloned());
    let fault = response.extensions.get::<Fault>().map(|fault| &*fault.0);
    if let Some(seconds) = retry_after(written.status(), fault, site.clock.now()) {
        written.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    written
}

fn write(problem: &Problem, allow: Option<HeaderValue>) -> Response {
    let mut response = (problem.status(), Json(problem)).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if let Some(allow) = allow {
        headers.insert(ALLOW, allow);
    }
    if problem.status() == StatusCode::UNAUTHORIZED {
        headers.insert(WWW_AUTHENTICATE, CHALLENGE);
    }
    response
}

fn problem(response: &response::Parts, times: &Times) -> Problem {
    let texts = times.texts();
    let extensions = &response.extensions;
    if let Some(problem) = extensions.get::<Problem>() {
        return problem.clone();
    }
    if let Some(Fault(error)) = extensions.get::<Fault>() {
        return of_error(error, times);
    }
    if extensions.get::<ProtectionError>().is_some() {
        return Problem::new(StatusCode::FORBIDDEN, "cross-site").with_detail(texts.get("error-cross-site"));
    }
    match response.status {
        StatusCode::NOT_FOUND => not_found(texts),
        StatusCode::METHOD_NOT_ALLOWED => Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed"),
        StatusCode::SERVICE_UNAVAILABLE => busy(texts),
        other => Problem::new(other, if other.is_server_error() { "internal" } else { "bad-request" }),
    }
}

fn cannot_ask(handle: &Handle, refusal: Refusal, times: &Times) -> PersonProblem {
    let detail = views::refusal(times, refusal, None).plain().to_owned();
    PersonProblem { handle: handle.as_str().to_owned(), code: refusal.code(), detail }
}

fn of_error(error: &Error, times: &Times) -> Problem {
    let texts = times.texts();
    let status = status(error);
    match error {
        Error::NotFound | Error::Refused(Refusal::ConversationsOff) => not_found(texts),
        Error::Refused(refusal) => Problem::new(status, refusal.code())
            .with_detail(views::refusal(times, *refusal, None).plain())
            .with_retry_at(refusal.again_at())
            .with_conversation(refusal.conversation().map(|conversation| conversation.0)),
        Error::CannotAsk(refused) => Problem::new(status, "cannot-ask")
            .with_detail(texts.get("error-cannot-ask"))
            .with_people(refused.iter().map(|(handle, refusal)| cannot_ask(handle, *refusal, times)).collect()),
        Error::Invalid(faults) => invalid(faults, texts),
        Error::Conflict => Problem::new(status, "client-id-used").with_detail(texts.get("error-conflict")),
        Error::WrongCredentials => {
            Problem::new(status, "wrong-credentials").with_detail(texts.get("error-wrong-credentials"))
        }
        Error::TooMany { retry_at } => {
            Problem::new(status, "too-many").with_detail(texts.get("error-too-many")).with_retry_at(Some(*retry_at))
        }
        Error::Busy => busy(texts),
        Error::Unavailable => Problem::new(status, "unavailable").with_detail(texts.get("error-unavailable")),
        Error::CannotSave => Problem::new(status, "cannot-save").with_detail(texts.get("error-cannot-save")),
        Error::Internal(cause) => {
            tracing::error!(error = format!("{cause:#}"), "an API call failed");
            Problem::new(status, "internal").with_detail(texts.get("error-internal"))
        }
    }
}

/// A body that is well formed can still not be taken as things stand: then it is no fault of the
/// body, and the status says so.
fn invalid(faults: &[Invalid], texts: Texts) -> Problem {
    use snug_domain::Problem::{Taken, TooMany, Wrong};
    let status = match faults.first().map(|fault| fault.problem) {
        Some(Taken | TooMany { .. }) => StatusCode::CONFLICT,
        Some(Wrong) => StatusCode::FORBIDDEN,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let errors = faults.iter().map(|fault| FieldProblem {
        field: fault.field.name(),
        code: fault.problem.code(),
        detail: views::problem(texts, *fault),
    });
    Problem::new(status, "invalid").with_errors(errors.collect())
}

fn not_found(texts: Texts) -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "not-found").with_detail(texts.get("error-not-found"))
}

fn busy(texts: Texts) -> Problem {
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "busy").with_detail(texts.get("error-busy"))
}
