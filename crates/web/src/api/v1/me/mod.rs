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
    /// Their short name.
    handle: String,
    /// What they are called.
    name: String,
    /// The line about them.
    about: String,
    /// Where their mail goes; null for a caller with a token, which the address does not concern.
    address: Option<String>,
    /// Since when they are a member.
    member_since: Time,
    /// What they chose.
    preferences: Preferences,
    /// The number of the last change: live events go on from there.
    change: i64,
}

/// What somebody chose.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Preferences {
    /// The language of pages and mails.
    language: Language,
    /// The colours of the pages.
    theme: Theme,
    /// Whether unread conversations are told by mail.
    mail: bool,
    /// Whether the bell makes a sound.
    bell_sound: bool,
    /// Whether Enter sends; otherwise Ctrl and Enter do.
    enter_sends: bool,
    /// Whether those the caller talks with see that they are on the site. Who hides it does not see it of others.
    shows_presence: bool,
    /// Whether single letters do something while the list of conversations has the focus.
    letter_keys: bool,
}

/// A language Snug speaks.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub(crate) enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
}

/// The colours of the pages.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Theme {
    /// As the device says.
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
        Ok(Self::new(person, address.as_ref()))
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
            letter_keys: chosen.letter_keys,
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

impl From<Theme> for people::Theme {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Auto => Self::Auto,
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
        }
    }
}
