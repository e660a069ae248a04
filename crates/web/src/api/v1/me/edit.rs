use super::{AUTO, Language, Me, Theme, Writers};
use crate::api::answers::MayConflict;
use crate::api::caller::Caller;
use crate::api::extract::{Body, present};
use crate::api::fields;
use crate::fault::Failure;
use axum::Json;
use serde::Deserialize;
use snug_domain::Field;
use snug_domain::people::{self, Person, Zone};
use utoipa::ToSchema;

/// The fields to change; omitted ones stay as they are.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Changes {
    /// Display name.
    #[serde(default, deserialize_with = "present")]
    #[schema(schema_with = fields::name)]
    name: Option<String>,
    /// Handle.
    #[serde(default, deserialize_with = "present")]
    #[schema(schema_with = fields::handle)]
    handle: Option<String>,
    /// About line.
    #[serde(default, deserialize_with = "present")]
    #[schema(schema_with = fields::about)]
    about: Option<String>,
    /// Preferences.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    preferences: Option<Choices>,
}

/// The preferences to change; omitted ones stay as they are.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choices {
    /// Language of pages and mails.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    language: Option<Language>,
    /// Colour theme.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    theme: Option<Theme>,
    /// Whether unread messages are mailed in a digest.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    mail: Option<bool>,
    /// Whether the bell makes a sound.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    bell_sound: Option<bool>,
    /// Whether Enter sends.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    enter_sends: Option<bool>,
    /// Whether the caller's presence is visible to those they talk with.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    shows_presence: Option<bool>,
    /// Who may write to the caller, beside those they talk with already.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    writers: Option<Writers>,
    /// Whether single-letter shortcuts act while the conversation list has the focus.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    letter_keys: Option<bool>,
    /// Whether a muted conversation rings and is mailed where the caller is named in it.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    mentions_ring: Option<bool>,
    /// Time zone of pages and mails: an IANA name, or `auto` for that of the browser.
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false, example = "Europe/Paris")]
    time_zone: Option<String>,
}

/// Change the caller's profile or preferences.
#[utoipa::path(
    patch,
    path = "/me",
    tag = "me",
    operation_id = "editMe",
    request_body = Changes,
    responses((status = 200, description = "The caller after the change.", body = Me), MayConflict)
)]
pub(crate) async fn edit_me(caller: Caller, Body(changes): Body<Changes>) -> Result<Json<Me>, Failure> {
    let (app, actor) = (caller.app(), caller.actor());
    let chosen = changes.preferences.as_ref().map(|choices| choose(caller.person.preferences, choices)).transpose()?;
    let mut person = edit_profile(&caller, &changes).await?;
    if let Some(preferences) = chosen {
        person.preferences = preferences;
        app.set_preferences(&actor, person.preferences).await?;
    }
    Ok(Json(Me::of(&caller, &person).await?))
}

async fn edit_profile(caller: &Caller, changes: &Changes) -> Result<Person, Failure> {
    let before = &caller.person;
    if changes.name.is_none() && changes.handle.is_none() && changes.about.is_none() {
        return Ok(before.clone());
    }
    let name = changes.name.as_deref().unwrap_or(&before.name);
    let handle = changes.handle.as_deref().unwrap_or(before.handle.as_str());
    let about = changes.about.as_deref().unwrap_or(&before.about);
    fields::check_length(Field::Name, name)?;
    fields::check_length(Field::About, about)?;
    fields::parse_handle(handle, Field::Handle)?;
    Ok(caller.app().edit_profile(&caller.actor(), name, handle, about).await?)
}

fn choose(before: people::Preferences, choices: &Choices) -> Result<people::Preferences, Failure> {
    let chosen_zone = match choices.time_zone.as_deref() {
        None => before.chosen_zone,
        Some(AUTO) => None,
        Some(name) => Some(Zone::parse(name)?),
    };
    Ok(people::Preferences {
        language: choices.language.map_or(before.language, Into::into),
        theme: choices.theme.map_or(before.theme, Into::into),
        wants_mail: choices.mail.unwrap_or(before.wants_mail),
        bell_sound: choices.bell_sound.unwrap_or(before.bell_sound),
        enter_sends: choices.enter_sends.unwrap_or(before.enter_sends),
        shows_presence: choices.shows_presence.unwrap_or(before.shows_presence),
        writers: choices.writers.map_or(before.writers, Into::into),
        letter_keys: choices.letter_keys.unwrap_or(before.letter_keys),
        mentions_ring: choices.mentions_ring.unwrap_or(before.mentions_ring),
        chosen_zone,
        browser_zone: before.browser_zone,
    })
}
