use super::saved;
use crate::pages::{Answer, Form};
use crate::visit::Member;
use axum::http::HeaderMap;
use serde::Deserialize;
use snug_domain::people::Preferences;

/// What others see.
#[derive(Deserialize)]
pub(crate) struct Chosen {
    presence: Option<String>,
}

/// `POST /preferences/privacy`
pub(crate) async fn save(member: Member, headers: HeaderMap, Form(chosen): Form<Chosen>) -> Answer {
    let before = member.signed_in.person.preferences;
    let preferences = Preferences { shows_presence: chosen.presence.is_some(), ..before };
    member.app().set_preferences(&member.actor(), preferences).await?;
    Ok(saved(&headers, "privacy"))
}
