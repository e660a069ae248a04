use super::{field, or_dead_link, signed_in};
use crate::pages::{Answer, Form, frame, page};
use crate::views::{ChoosePasswordPage, Input};
use crate::visit::Visit;
use axum::extract::Path;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_domain::Field;
use snug_domain::account::LinkPurpose;

/// A new password.
#[derive(Deserialize)]
pub(crate) struct PasswordForm {
    #[serde(default)]
    password: String,
}

/// `GET /password/reset/{token}`
pub(crate) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    match visit.app().find_link(&visit.community, &token, LinkPurpose::ResetPassword, visit.now).await {
        Ok(_) => {
            let form = ChoosePasswordPage { frame: frame(&visit).await?, token, password: Input::default() };
            page(&visit, StatusCode::OK, &form)
        }
        Err(error) => or_dead_link(&visit, error).await,
    }
}

/// `POST /password/reset/{token}`
pub(crate) async fn reset(visit: Visit, Path(link): Path<String>, Form(form): Form<PasswordForm>) -> Answer {
    let app = visit.app();
    match app.reset_password(&visit.community, &visit.client, &link, &form.password, visit.now).await {
        Ok((_, token)) => Ok(signed_in(&visit, &token, "/", "page-notice-password")),
        Err(Error::Invalid(faults)) => {
            let password = field(&visit, "", Field::Password, &faults);
            let wrong = ChoosePasswordPage { frame: frame(&visit).await?, token: link, password };
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(error) => or_dead_link(&visit, error).await,
    }
}
