use super::show::preferences;
use crate::pages::account::field;
use crate::pages::{Answer, Form, page, redirect};
use crate::views::{PreferencesPage, ProfileForm};
use crate::visit::Member;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_domain::Field;

/// What one is called.
#[derive(Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    handle: String,
    #[serde(default)]
    about: String,
}

/// `POST /preferences/profile`
pub(crate) async fn save(member: Member, Form(typed): Form<Typed>) -> Answer {
    match member.app().edit_profile(&member.actor(), &typed.name, &typed.handle, &typed.about).await {
        Ok(_) => Ok(redirect("/preferences?saved=profile#profile")),
        Err(Error::Invalid(faults)) => {
            let field = |value: &str, name| field(&member.visit, value, name, &faults);
            let profile = ProfileForm {
                name: field(&typed.name, Field::Name),
                handle: field(&typed.handle, Field::Handle),
                about: field(&typed.about, Field::About),
            };
            let wrong = PreferencesPage { profile, ..preferences(&member).await? };
            page(&member.visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(error) => Err(error.into()),
    }
}
