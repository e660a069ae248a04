use super::show::preferences;
use crate::pages::account::field;
use crate::pages::{Answer, Form, page, redirect, say};
use crate::views::{PasswordForm, PreferencesPage};
use crate::visit::Member;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_app::accounts::{PasswordChange, Tokens};
use snug_domain::Field;

/// The password in use, and the new one.
#[derive(Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    current_password: String,
    #[serde(default)]
    password: String,
    keep_tokens: Option<String>,
}

/// `POST /preferences/password`
pub(crate) async fn save(member: Member, Form(typed): Form<Typed>) -> Answer {
    let tokens = if typed.keep_tokens.is_some() { Tokens::Keep } else { Tokens::End };
    let change = PasswordChange { current: typed.current_password, new: typed.password, tokens };
    let browser = (member.signed_in.session, &member.visit.client);
    match member.app().change_password(&member.actor(), browser, change).await {
        Ok(()) => Ok(redirect("/preferences?saved=password#password")),
        Err(Error::Invalid(faults)) => {
            let password = PasswordForm {
                current: field(&member.visit, "", Field::CurrentPassword, &faults),
                new: field(&member.visit, "", Field::Password, &faults),
                is_first: false,
            };
            let wrong = PreferencesPage { password, ..preferences(&member).await? };
            page(&member.visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /preferences/password/link`: mails a link to choose a first password with.
pub(crate) async fn mail_link(member: Member) -> Answer {
    member.app().request_own_password_link(&member.actor(), &member.visit.client).await?;
    Ok(say(&member.visit.site, "/preferences#password-part", "page-notice-password-link"))
}
