use super::show::preferences;
use crate::pages::account::field;
use crate::pages::{Answer, Form, page, say};
use crate::views::PreferencesPage;
use crate::visit::Member;
use axum::extract::Path;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_domain::{ApiTokenId, Field};

/// What a new token is called.
#[derive(Deserialize)]
pub(crate) struct Named {
    #[serde(default)]
    name: String,
}

/// `POST /preferences/tokens`: the token is shown on the answer, and never again.
pub(crate) async fn create(member: Member, Form(named): Form<Named>) -> Answer {
    match member.app().create_api_token(&member.actor(), &named.name).await {
        Ok((_, token)) => {
            let new_token = Some(token.reveal().to_owned());
            let shown = PreferencesPage { new_token, ..preferences(&member).await? };
            page(&member.visit, StatusCode::CREATED, &shown)
        }
        Err(Error::Invalid(faults)) => {
            let token_name = field(&member.visit, &named.name, Field::Name, &faults);
            let wrong = PreferencesPage { token_name, ..preferences(&member).await? };
            page(&member.visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /preferences/tokens/{id}/revoke`
pub(crate) async fn revoke(member: Member, Path(token): Path<String>) -> Answer {
    let token: ApiTokenId = token.parse().map_err(|_| Error::NotFound)?;
    member.app().revoke_api_token(&member.actor(), token).await?;
    Ok(say(&member.visit.site, "/preferences#tokens", "page-notice-token-revoked"))
}
