use super::saved;
use crate::pages::{Answer, Form};
use crate::visit::Member;
use axum::http::HeaderMap;
use serde::Deserialize;
use snug_domain::people::{Preferences, Writers};

/// What others see, and who may write.
#[derive(Deserialize)]
pub(crate) struct Chosen {
    presence: Option<String>,
    writers: Option<String>,
}

/// `POST /preferences/privacy`
pub(crate) async fn save(member: Member, headers: HeaderMap, Form(chosen): Form<Chosen>) -> Answer {
    let before = member.signed_in.person.preferences;
    let writers = match chosen.writers.as_deref() {
        Some("everyone") => Writers::Everyone,
        Some("acquaintances") => Writers::Acquaintances,
        Some("nobody") => Writers::Nobody,
        _ => before.writers,
    };
    let preferences = Preferences { shows_presence: chosen.presence.is_some(), writers, ..before };
    member.app().set_preferences(&member.actor(), preferences).await?;
    Ok(saved(&headers, "privacy"))
}
