use super::{field, or_dead_link, replaced, signed_in};
use crate::pages::{Answer, Form, frame, page};
use crate::views::{ConfirmSignUpPage, Input};
use crate::visit::Visit;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_app::accounts::Confirmation;
use snug_domain::Field;

/// The password chosen to sign up, or with a name, both chosen anew.
#[derive(Deserialize)]
pub(crate) struct ConfirmForm {
    name: Option<String>,
    #[serde(default)]
    password: String,
}

/// Which of the two forms is asked for: `?anew`.
#[derive(Deserialize)]
pub(crate) struct Asked {
    anew: Option<String>,
}

/// `GET /sign-up/confirm/{token}`: a form. Mail scanners open links; this changes nothing.
pub(crate) async fn show(visit: Visit, Path(token): Path<String>, Query(asked): Query<Asked>) -> Answer {
    form(&visit, token, StatusCode::OK, (asked.anew.map(|_| Input::default()), Input::default())).await
}

async fn form(visit: &Visit, token: String, status: StatusCode, (name, password): (Option<Input>, Input)) -> Answer {
    let address = match visit.app().find_sign_up(&visit.community, &token, visit.now).await {
        Ok(address) => address,
        Err(error) => return or_dead_link(visit, error).await,
    };
    let frame = frame(visit).await?;
    page(visit, status, &ConfirmSignUpPage { frame, address, replaced: replaced(visit, None), token, name, password })
}

/// `POST /sign-up/confirm/{token}`
pub(crate) async fn confirm(visit: Visit, Path(link): Path<String>, Form(form): Form<ConfirmForm>) -> Answer {
    let (app, ConfirmForm { name, password }) = (visit.app(), form);
    let confirmation = match name.clone() {
        Some(name) => Confirmation::Anew { name, password, language: visit.language },
        None => Confirmation::Password(password),
    };
    match app.confirm_address(&visit.community, &visit.client, &link, confirmation, visit.now).await {
        Ok((_, token)) => Ok(signed_in(&visit, &token, "/", "page-notice-welcome")),
        Err(Error::Invalid(faults)) => {
            let password = field(&visit, "", Field::Password, &faults);
            let name = name.map(|name| field(&visit, &name, Field::Name, &faults));
            self::form(&visit, link, StatusCode::UNPROCESSABLE_ENTITY, (name, password)).await
        }
        Err(error) => or_dead_link(&visit, error).await,
    }
}
