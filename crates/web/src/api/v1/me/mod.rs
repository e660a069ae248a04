//! The caller: what they are called, what they chose, their password.

pub(super) mod change_password;
pub(super) mod edit;
pub(super) mod show;

use crate::api::caller::Caller;
use crate::api::time::Time;
use serde::{Deserialize, Serialize};
use snug_app::Error;
use snug_domain::people::{self, EmailAddress, Person};
use utoipa::ToSchema;

/// The caller.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Me {
    /// Handle.
    handle: String,
    /// Display name.
    name: String,
    /// About line.
    about: String,
    /// E-mail address; null if the caller uses a token.
    address: Option<String>,
    /// Time they became a member.
    member_since: Time,
    /// Preferences.
    preferences: Preferences,
    /// Number of the last change: pass it to `/live` as `since`.
    change: i64,
}

/// A member's preferences.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Preferences {
    /// Language of pages and mails.
    language: Language,
    /// Colour theme.
    theme: Theme,
    /// Whether unread messages are mailed in a digest.
    mail: bool,
    /// Whether the bell makes a sound.
    bell_sound: bool,
    /// Whether Enter sends; Ctrl+Enter does otherwise.
    enter_sends: bool,
    /// Whether the caller's presence is visible to those they talk with. Hiding it hides theirs from the caller.
    shows_presence: bool,
    /// Who may write to the caller, beside those they talk with already.
    writers: Writers,
    /// Whether single-letter shortcuts act while the conversation list has the focus.
    letter_keys: bool,
    /// Whether a muted conversation rings and is mailed where the caller is named in it.
    mentions_ring: bool,
    /// Time zone of pages and mails: an IANA name, or `auto` for that of the browser.
    #[schema(example = "Europe/Paris")]
    time_zone: &'static str,
}

/// The word for the time zone of the browser.
const AUTO: &str = "auto";

/// A supported language.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub(crate) enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
}

/// Who may write to a member.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Writers {
    /// Everyone.
    Everyone,
    /// Those with whom the member is in a conversation, or was.
    Acquaintances,
    /// Nobody.
    Nobody,
}

/// Colour theme.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Theme {
    /// Follows the device.
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Me {
    /// The caller as they are now.
    async fn of(caller: &Caller, person: &Person) -> Result<Self, Error> {
        let address = if caller.is_browser() { caller.app().find_own_address(&caller.actor()).await? } else { None };
        Ok(Self::new(person, address.as_ref().map(|owned| &owned.address)))
    }

    fn new(person: &Person, address: Option<&EmailAddress>) -> Self {
        Self {
            handle: person.handle.to_string(),
            name: person.name.clone(),
            about: person.about.clone(),
            address: address.map(EmailAddress::readable),
            member_since: person.created_at.into(),
            preferences: person.preferences.into(),
            change: person.change_number,
        }
    }
}

impl From<people::Preferences> for Preferences {
    fn from(chosen: people::Preferences) -> Self {
        Self {
            language: match chosen.language {
                people::Language::English => Language::English,
                people::Language::Arabic => Language::Arabic,
            },
            theme: match chosen.theme {
                people::Theme::Auto => Theme::Auto,
                people::Theme::Light => Theme::Light,
                people::Theme::Dark => Theme::Dark,
            },
            mail: chosen.wants_mail,
            bell_sound: chosen.bell_sound,
            enter_sends: chosen.enter_sends,
            shows_presence: chosen.shows_presence,
            writers: match chosen.writers {
                people::Writers::Everyone => Writers::Everyone,
                people::Writers::Acquaintances => Writers::Acquaintances,
                people::Writers::Nobody => Writers::Nobody,
            },
            letter_keys: chosen.letter_keys,
            mentions_ring: chosen.mentions_ring,
            time_zone: chosen.chosen_zone.map_or(AUTO, people::Zone::name),
        }
    }
}

impl From<Language> for people::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::English => Self::English,
            Language::Arabic => Self::Arabic,
        }
    }
}

impl From<Writers> for people::Writers {
    fn from(writers: Writers) -> Self {
        match writers {
            Writers::Everyone => Self::Everyone,
            Writers::Acquaintances => Self::Acquaintances,
            Writers::Nobody => Self::Nobody,
        }
    }
}

impl From<Theme> for people::Theme {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Auto => Self::Auto,
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
        }
    }
}
