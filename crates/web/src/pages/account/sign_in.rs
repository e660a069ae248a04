use super::field;
use crate::cookies::keep_session;
use crate::fault::{add_retry_after, status};
use crate::pages::{Answer, Form, back, frame, page, redirect};
use crate::views::{Input, Moment, SignInPage};
use crate::visit::Visit;
use axum::extract::Query;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_domain::Field;

/// Where to go afterwards, and why one is here.
#[derive(Deserialize)]
pub(crate) struct Asked {
    return_to: Option<String>,
    why: Option<String>,
}

/// The key of what explains to somebody why they are asked to sign in.
fn explain(why: &str) -> Option<&'static str> {
    match why {
        "signed-out" => Some("page-notice-signed-out"),
        "signed-out-beside" => Some("page-sign-in-signed-out-beside"),
        "ended" => Some("page-sign-in-ended"),
        _ => None,
    }
}

/// What is typed to sign in, by password or by a link.
#[derive(Deserialize)]
pub(crate) struct SignInForm {
    #[serde(default)]
    pub address: String,
    #[serde(default)]
    password: String,
    pub return_to: Option<String>,
}

/// `GET /sign-in`
pub(crate) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    if visit.signed_in.is_some() {
        return Ok(redirect(back(asked.return_to.as_deref())));
    }
    let why = asked.why.as_deref().and_then(explain).map(|key| visit.texts().get(key).into_owned());
    let frame = frame(&visit).await?;
    let (address, return_to) = (Input::default(), asked.return_to);
    let form = SignInPage { frame, why, address, error: None, again: None, return_to };
    page(&visit, StatusCode::OK, &form)
}

/// `POST /sign-in`
pub(crate) async fn sign_in(visit: Visit, Form(form): Form<SignInForm>) -> Answer {
    let signing_in =
        visit.app().sign_in(&visit.community, &visit.client, &form.address, &form.password, visit.now).await;
    match signing_in {
        Ok((_, token)) => {
            let mut response = redirect(back(form.return_to.as_deref()));
            keep_session(&visit.site, response.headers_mut(), &token);
            Ok(response)
        }
        Err(Error::WrongCredentials) => {
            let wrong = SignInPage {
                frame: frame(&visit).await?,
                why: None,
                address: field(&visit, &form.address, Field::Address, &[]),
                error: Some(visit.texts().get("error-wrong-credentials").into_owned()),
                again: None,
                return_to: form.return_to,
            };
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(error) => try_later(&visit, form, error, "error-sign-in-too-many").await,
    }
}

/// The form again, as it was filled in, where the limits or too many others are in the way: there is another way in.
pub(super) async fn try_later(visit: &Visit, form: SignInForm, error: Error, too_many: &'static str) -> Answer {
    let (key, again) = match &error {
        Error::TooMany { retry_at } => (too_many, Some(Moment::new(&visit.times(), *retry_at))),
        Error::Busy => ("error-sign-in-busy", None),
        _ => return Err(error.into()),
    };
    let shown = SignInPage {
        frame: frame(visit).await?,
        why: None,
        address: Input::of(form.address),
        error: Some(visit.texts().get(key).into_owned()),
        again,
        return_to: form.return_to,
    };
    let mut response = page(visit, status(&error), &shown)?;
    add_retry_after(&mut response, &error, visit.now);
    Ok(response)
}
