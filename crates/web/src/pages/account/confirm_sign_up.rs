use super::{field, or_dead_link, signed_in};
use crate::pages::{Answer, Form, frame, page};
use crate::views::{ConfirmSignUpPage, Input};
use crate::visit::Visit;
use axum::extract::Path;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_domain::Field;

/// The password chosen to sign up.
#[derive(Deserialize)]
pub(crate) struct PasswordForm {
    #[serde(default)]
    password: String,
}

/// `GET /sign-up/confirm/{token}`: a form. Mail scanners open links; this changes nothing.
pub(crate) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    match visit.app().find_sign_up(&visit.community, &token, visit.now).await {
        Ok(_) => {
            let form = ConfirmSignUpPage { frame: frame(&visit).await?, token, password: Input::default() };
            page(&visit, StatusCode::OK, &form)
        }
        Err(error) => or_dead_link(&visit, error).await,
    }
}

/// `POST /sign-up/confirm/{token}`
pub(crate) async fn confirm(visit: Visit, Path(link): Path<String>, Form(form): Form<PasswordForm>) -> Answer {
    let app = visit.app();
    match app.confirm_address(&visit.community, &visit.client, &link, &form.password, visit.now).await {
        Ok((_, token)) => Ok(signed_in(&visit, &token, "/", "page-notice-welcome")),
        Err(Error::Invalid(faults)) => {
            let password = field(&visit, "", Field::Password, &faults);
            let wrong = ConfirmSignUpPage { frame: frame(&visit).await?, token: link, password };
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(error) => or_dead_link(&visit, error).await,
    }
}
