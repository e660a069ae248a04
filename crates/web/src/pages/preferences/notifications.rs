use super::saved;
use crate::pages::{Answer, Form, say};
use crate::visit::Member;
use axum::http::HeaderMap;
use serde::Deserialize;
use snug_domain::people::Preferences;

/// What one wants to hear.
#[derive(Deserialize)]
pub(crate) struct Chosen {
    #[serde(default)]
    mail: String,
    sound: Option<String>,
    mentions: Option<String>,
}

/// `POST /preferences/notifications`
pub(crate) async fn save(member: Member, headers: HeaderMap, Form(chosen): Form<Chosen>) -> Answer {
    let preferences = Preferences {
        wants_mail: chosen.mail != "off",
        bell_sound: chosen.sound.is_some(),
        mentions_ring: chosen.mentions.is_some(),
        ..member.signed_in.person.preferences
    };
    member.app().set_preferences(&member.actor(), preferences).await?;
    Ok(saved(&headers, "notifications"))
}

/// `POST /preferences/address/retry`: mails go to one's address again.
pub(crate) async fn retry_address(member: Member) -> Answer {
    member.app().try_own_address_again(&member.actor()).await?;
    Ok(say(&member.visit.site, "/preferences#notifications", "page-notice-address-again"))
}
