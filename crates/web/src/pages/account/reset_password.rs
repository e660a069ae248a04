use super::{field, or_dead_link, replaced, signed_in};
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
    form(&visit, token, StatusCode::OK, Input::default()).await
}

async fn form(visit: &Visit, token: String, status: StatusCode, password: Input) -> Answer {
    match visit.app().find_link(&visit.community, &token, LinkPurpose::ResetPassword, visit.now).await {
        Ok(person) => {
            let (frame, replaced) = (frame(visit).await?, replaced(visit, Some(&person)));
            page(visit, status, &ChoosePasswordPage { frame, name: person.name, replaced, token, password })
        }
        Err(error) => or_dead_link(visit, error).await,
    }
}

/// `POST /password/reset/{token}`
pub(crate) async fn reset(visit: Visit, Path(link): Path<String>, Form(form): Form<PasswordForm>) -> Answer {
    let app = visit.app();
    match app.reset_password(&visit.community, &visit.client, &link, &form.password, visit.now).await {
        Ok((_, token)) => Ok(signed_in(&visit, &token, "/", "page-notice-password")),
        Err(Error::Invalid(faults)) => {
            let password = field(&visit, "", Field::Password, &faults);
            self::form(&visit, link, StatusCode::UNPROCESSABLE_ENTITY, password).await
        }
        Err(error) => or_dead_link(&visit, error).await,
    }
}
