use super::saved;
use crate::pages::{Answer, Form};
use crate::views::parse_theme;
use crate::visit::Member;
use axum::http::HeaderMap;
use serde::Deserialize;
use snug_domain::people::{Language, Preferences, Zone};
use snug_domain::{Field, Invalid, Problem};

/// How it looks, and which key sends.
#[derive(Deserialize)]
pub(crate) struct Chosen {
    #[serde(default)]
    language: String,
    #[serde(default)]
    theme: String,
    #[serde(default)]
    send_key: String,
    #[serde(default)]
    letter_keys: String,
    /// The name of a zone; nothing or `auto` for that of the browser.
    #[serde(default)]
    time_zone: String,
}

/// `POST /preferences/appearance`
pub(crate) async fn save(member: Member, headers: HeaderMap, Form(chosen): Form<Chosen>) -> Answer {
    let before = member.signed_in.person.preferences;
    let preferences = Preferences {
        language: Language::parse(&chosen.language)?,
        theme: parse_theme(&chosen.theme).ok_or(Invalid::new(Field::Theme, Problem::Malformed))?,
        enter_sends: chosen.send_key != "ctrl_enter",
        letter_keys: chosen.letter_keys != "off",
        chosen_zone: match chosen.time_zone.as_str() {
            "" | "auto" => None,
            name => Some(Zone::parse(name)?),
        },
        ..before
    };
    member.app().set_preferences(&member.actor(), preferences).await?;
    Ok(saved(&headers, "appearance"))
}
