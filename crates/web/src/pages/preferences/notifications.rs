use crate::pages::{Answer, Form, redirect};
use crate::visit::Member;
use serde::Deserialize;
use snug_domain::people::Preferences;

/// What one wants to hear.
#[derive(Deserialize)]
pub(crate) struct Chosen {
    #[serde(default)]
    mail: String,
    sound: Option<String>,
}

/// `POST /preferences/notifications`
pub(crate) async fn save(member: Member, Form(chosen): Form<Chosen>) -> Answer {
    let preferences = Preferences {
        wants_mail: chosen.mail != "off",
        bell_sound: chosen.sound.is_some(),
        ..member.signed_in.person.preferences
    };
    member.app().set_preferences(&member.actor(), preferences).await?;
    Ok(redirect("/preferences?saved=notifications#notifications"))
}
