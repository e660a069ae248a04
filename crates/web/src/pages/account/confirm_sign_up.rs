use super::{field, or_dead_link, replaced, signed_in};
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
    form(&visit, token, StatusCode::OK, Input::default()).await
}

async fn form(visit: &Visit, token: String, status: StatusCode, password: Input) -> Answer {
    let address = match visit.app().find_sign_up(&visit.community, &token, visit.now).await {
        Ok(address) => address,
        Err(error) => return or_dead_link(visit, error).await,
    };
    let frame = frame(visit).await?;
    page(visit, status, &ConfirmSignUpPage { frame, address, replaced: replaced(visit, None), token, password })
}

/// `POST /sign-up/confirm/{token}`
pub(crate) async fn confirm(visit: Visit, Path(link): Path<String>, Form(form): Form<PasswordForm>) -> Answer {
    let app = visit.app();
    match app.confirm_address(&visit.community, &visit.client, &link, &form.password, visit.now).await {
        Ok((_, token)) => Ok(signed_in(&visit, &token, "/", "page-notice-welcome")),
        Err(Error::Invalid(faults)) => {
            let password = field(&visit, "", Field::Password, &faults);
            self::form(&visit, link, StatusCode::UNPROCESSABLE_ENTITY, password).await
        }
        Err(error) => or_dead_link(&visit, error).await,
    }
}
