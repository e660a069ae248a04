use super::show::preferences;
use crate::pages::account::field;
use crate::pages::{Answer, Form, page, say};
use crate::views::PreferencesPage;
use crate::visit::Member;
use axum::extract::Path;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_app::accounts::NewApiToken;
use snug_domain::api_token::Scope;
use snug_domain::{ApiTokenId, Field, Invalid, Problem};

/// A token to make.
#[derive(Deserialize)]
pub(crate) struct NewToken {
    #[serde(default)]
    name: String,
    #[serde(default)]
    scope: String,
    /// A number of days; nothing for never.
    #[serde(default)]
    expires_in_days: String,
}

impl NewToken {
    fn parse(&self) -> Result<NewApiToken, Invalid> {
        let malformed = |field| Invalid::new(field, Problem::Malformed);
        let scope = match self.scope.as_str() {
            "read" => Scope::Read,
            "" | "read-write" => Scope::ReadWrite,
            _ => return Err(malformed(Field::Scope)),
        };
        let expires_in_days = match self.expires_in_days.as_str() {
            "" => None,
            days => Some(days.parse().map_err(|_| malformed(Field::ExpiresInDays))?),
        };
        Ok(NewApiToken { name: self.name.clone(), scope, expires_in_days })
    }
}

/// `POST /preferences/tokens`: the token is shown on the answer, and never again.
pub(crate) async fn create(member: Member, Form(typed): Form<NewToken>) -> Answer {
    let (actor, session) = (member.actor(), Some(member.signed_in.session));
    match member.app().create_api_token(&actor, session, typed.parse()?).await {
        Ok((_, token)) => {
            let new_token = Some(token.reveal().to_owned());
            let shown = PreferencesPage { new_token, ..preferences(&member).await? };
            page(&member.visit, StatusCode::CREATED, &shown)
        }
        Err(Error::Invalid(faults)) => {
            let token_name = field(&member.visit, &typed.name, Field::Name, &faults);
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
