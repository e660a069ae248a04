use super::time::Time;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use snug_domain::Timestamp;
use utoipa::ToSchema;
use uuid::Uuid;

/// What went wrong, and what to do about it: problem details (RFC 9457).
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Always `about:blank`: `code` says more.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: &'static str,
    /// The status.
    status: u16,
    /// What went wrong, as a word that stays the same.
    #[schema(pattern = "^[a-z]+(-[a-z]+)*$")]
    code: &'static str,
    /// What went wrong, for people, in the language asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    detail: Option<String>,
    /// What is wrong with each field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
    /// Who cannot be asked, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<PersonProblem>,
    /// When to try again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    retry_at: Option<Time>,
    /// The conversation to go to instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    conversation: Option<Uuid>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FieldProblem {
    /// The field, as it is called in the request.
    pub field: &'static str,
    /// What is wrong with it, as a word that stays the same.
    #[schema(pattern = "^[a-z]+(-[a-z]+)*$")]
    pub code: &'static str,
    /// What is wrong with it, for people.
    pub detail: String,
}

/// Why one of several people cannot be asked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PersonProblem {
    /// Their handle.
    pub handle: String,
    /// Why, as a word that stays the same.
    #[schema(pattern = "^[a-z]+(-[a-z]+)*$")]
    pub code: &'static str,
    /// Why, for people.
    pub detail: String,
}

impl Problem {
    /// A problem with this status and word.
    pub(crate) fn new(status: StatusCode, code: &'static str) -> Self {
        Self {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or("Error"),
            status: status.as_u16(),
            code,
            detail: None,
            errors: Vec::new(),
            people: Vec::new(),
            retry_at: None,
            conversation: None,
        }
    }

    /// Says it in a sentence.
    pub(crate) fn with_detail(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }

    /// Names the fields.
    pub(crate) fn with_errors(self, errors: Vec<FieldProblem>) -> Self {
        Self { errors, ..self }
    }

    /// Names the people.
    pub(crate) fn with_people(self, people: Vec<PersonProblem>) -> Self {
        Self { people, ..self }
    }

    /// Says when to try again, if that is known.
    pub(crate) fn with_retry_at(self, retry_at: Option<Timestamp>) -> Self {
        Self { retry_at: retry_at.map(Time), ..self }
    }

    /// Leads to a conversation, if there is one.
    pub(crate) fn with_conversation(self, conversation: Option<Uuid>) -> Self {
        Self { conversation, ..self }
    }

    /// The status.
    pub(crate) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// On its way out; the body is written by [`write_problems`](super::wrong::write_problems).
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
