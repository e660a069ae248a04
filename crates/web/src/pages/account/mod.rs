//! Signing up, in and out, and passwords.

pub(crate) mod confirm_sign_up;
pub(crate) mod forgot_password;
pub(crate) mod reset_password;
pub(crate) mod sign_in;
pub(crate) mod sign_in_by_link;
pub(crate) mod sign_out;
pub(crate) mod sign_up;

use super::{Answer, frame, page, say};
use crate::cookies::keep_session;
use crate::fault::Failure;
use crate::views::{DeadLinkPage, Input, MailSent, MailSentPage, problem};
use crate::visit::Visit;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use snug_app::Error;
use snug_app::accounts::Token;
use snug_domain::people::Person;
use snug_domain::{Field, Invalid};

/// A form that asks for an address.
#[derive(Deserialize)]
pub(crate) struct AddressForm {
    #[serde(default)]
    address: String,
}

/// Signed in: on to this page, which says so.
fn signed_in(visit: &Visit, token: &Token, path: &str, notice: &str) -> Response {
    let mut response = say(&visit.site, path, notice);
    keep_session(&visit.site, response.headers_mut(), token);
    response
}

/// Who else is signed in here than whom a link is for.
fn replaced(visit: &Visit, person: Option<&Person>) -> Option<String> {
    let signed_in = &visit.signed_in.as_ref()?.person;
    person.is_none_or(|person| person.id != signed_in.id).then(|| signed_in.name.clone())
}

/// *Check your e-mail.*
async fn mail_sent(visit: &Visit, address: &str, mail: MailSent) -> Answer {
    let address = address.trim().to_owned();
    page(visit, StatusCode::OK, &MailSentPage { frame: frame(visit).await?, address, mail })
}

/// The page for a link that does not work, where that is what went wrong.
async fn or_dead_link(visit: &Visit, error: Error) -> Answer {
    match error {
        Error::NotFound => page(visit, StatusCode::NOT_FOUND, &DeadLinkPage { frame: frame(visit).await? }),
        other => Err(Failure(other)),
    }
}

/// A field as it was typed, with what is wrong with it.
pub(super) fn field(visit: &Visit, value: &str, field: Field, faults: &[Invalid]) -> Input {
    let input = Input::of(value);
    match faults.iter().find(|invalid| invalid.field == field) {
        Some(invalid) => input.wrong(problem(visit.texts(), *invalid)),
        None => input,
    }
}
