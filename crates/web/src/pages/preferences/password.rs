use super::show::preferences;
use crate::pages::account::field;
use crate::pages::{Answer, Form, page, redirect};
use crate::views::{PasswordForm, PreferencesPage};
use crate::visit::Member;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_domain::Field;

/// The password in use, and the new one.
#[derive(Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    current_password: String,
    #[serde(default)]
    password: String,
}

/// `POST /preferences/password`
pub(crate) async fn save(member: Member, Form(typed): Form<Typed>) -> Answer {
    let (actor, session) = (member.actor(), Some(member.signed_in.session));
    match member.app().change_password(&actor, session, &typed.current_password, &typed.password).await {
        Ok(()) => Ok(redirect("/preferences?saved=password#password")),
        Err(Error::Invalid(faults)) => {
            let password = PasswordForm {
                current: field(&member.visit, "", Field::CurrentPassword, &faults),
                new: field(&member.visit, "", Field::Password, &faults),
            };
            let wrong = PreferencesPage { password, ..preferences(&member).await? };
            page(&member.visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(error) => Err(error.into()),
    }
}
