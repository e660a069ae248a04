use super::{field, mail_sent};
use crate::pages::{Answer, Form, frame, page, redirect};
use crate::views::{Input, MailSent, SignUpPage};
use crate::visit::Visit;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_app::accounts::SignUp;
use snug_domain::Field;

/// What is typed to sign up.
#[derive(Deserialize)]
pub(crate) struct SignUpForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    password: String,
}

/// `GET /sign-up`
pub(crate) async fn show(visit: Visit) -> Answer {
    if visit.signed_in.is_some() {
        return Ok(redirect("/"));
    }
    let (name, address, password) = (Input::default(), Input::default(), Input::default());
    page(&visit, StatusCode::OK, &SignUpPage { frame: frame(&visit).await?, name, address, password })
}

/// `POST /sign-up`
pub(crate) async fn sign_up(visit: Visit, Form(form): Form<SignUpForm>) -> Answer {
    let SignUpForm { name, address, password } = form;
    let typed = SignUp { name: name.clone(), address: address.clone(), password, language: visit.language };
    match visit.app().sign_up(&visit.community, &visit.client, typed, visit.now).await {
        Ok(()) => mail_sent(&visit, &address, MailSent::SignUp).await,
        Err(Error::Invalid(faults)) => {
            let wrong = SignUpPage {
                frame: frame(&visit).await?,
                name: field(&visit, &name, Field::Name, &faults),
                address: field(&visit, &address, Field::Address, &faults),
                password: field(&visit, "", Field::Password, &faults),
            };
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(error) => Err(error.into()),
    }
}
