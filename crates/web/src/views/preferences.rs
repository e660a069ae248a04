//! Preferences: one page, a form for each part, each saved at once.

use super::frame::{THEMES, theme_word};
use super::{Frame, Input, Moment, Person};
use askama::Template;
use snug_domain::people::{Language, Theme, Writers};

/// *Preferences*.
#[derive(Template)]
#[template(path = "preferences/show.html")]
pub struct PreferencesPage {
    /// What surrounds it.
    pub frame: Frame,
    /// Name, handle, line about oneself.
    pub profile: ProfileForm,
    /// Mails and sounds.
    pub notifications: NotificationsForm,
    /// What others see.
    pub privacy: PrivacyForm,
    /// Language, colours, keys.
    pub appearance: AppearanceForm,
    /// Changing the password.
    pub password: PasswordForm,
    /// Where one is signed in, newest first.
    pub sessions: Vec<SessionEntry>,
    /// The keys of programs.
    pub tokens: Vec<TokenEntry>,
    /// The name typed for a new token.
    pub token_name: Input,
    /// A token just made: shown this once.
    pub new_token: Option<String>,
    /// Which part was just saved.
    pub saved: Option<Saved>,
}

/// A part of the preferences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// `POST /preferences/profile`
    Profile,
    /// `POST /preferences/notifications`
    Notifications,
    /// `POST /preferences/privacy`
    Privacy,
    /// `POST /preferences/appearance`
    Appearance,
    /// `POST /preferences/password`
    Password,
}

impl PreferencesPage {
    /// Whether this part was just saved.
    #[must_use]
    pub fn is_saved(&self, part: Saved) -> bool {
        self.saved == Some(part)
    }

    /// How long a new key may work, in days.
    fn days() -> [i64; 4] {
        [7, 30, 90, 365]
    }

    /// What the keys that still work are called, one after the other.
    fn names_of_tokens(&self) -> Option<(usize, String)> {
        let working: Vec<_> = self.tokens.iter().filter(|token| !token.is_expired).map(|token| &*token.name).collect();
        (!working.is_empty()).then(|| (working.len(), working.join(" · ")))
    }

    fn word_of(&self, theme: &Theme) -> &'static str {
        theme_word(*theme)
    }
}

/// Posts `name`, `handle`, `about`.
pub struct ProfileForm {
    /// The name.
    pub name: Input,
    /// The short name in the address of one's page.
    pub handle: Input,
    /// The line about oneself.
    pub about: Input,
}

/// Posts `mail` (`together` or `off`), `sound` and `mentions` (`on` or nothing).
pub struct NotificationsForm {
    /// The address mails go to.
    pub address: String,
    /// Whether mail to it came back, so that none is sent.
    pub comes_back: bool,
    /// How often at most, in minutes.
    pub every_minutes: i64,
    /// Whether unread messages are mailed together.
    pub mail: bool,
    /// Whether the bell makes a sound.
    pub sound: bool,
    /// Whether a muted conversation makes itself heard where one is named in it.
    pub mentions: bool,
}

/// Posts `presence` (`on` or nothing), `writers` (`everyone`, `acquaintances` or `nobody`).
pub struct PrivacyForm {
    /// Whether those one talks with see that one is on the site.
    pub presence: bool,
    /// Who may write to one.
    pub writers: Writers,
}

/// Whom one blocked.
#[derive(Template)]
#[template(path = "preferences/blocked.html")]
pub struct BlockedPage {
    /// What surrounds it.
    pub frame: Frame,
    /// They, by name.
    pub blocked: Vec<BlockedEntry>,
}

/// Somebody one blocked. Unblocked by `POST /people/{handle}/unblock`.
pub struct BlockedEntry {
    /// Who.
    pub person: Person,
    /// Since when.
    pub since: Moment,
}

/// Posts `language`, `time_zone`, `theme`, `send_key` (`enter` or `ctrl_enter`).
pub struct AppearanceForm {
    /// The language of pages and mails.
    pub language: Language,
    /// Light, dark, or as the device says.
    pub theme: Theme,
    /// Whether Enter sends.
    pub enter_sends: bool,
    /// Whether single letters do something.
    pub letter_keys: bool,
    /// The time zone.
    pub zones: ZoneChoice,
}

/// Posts `time_zone` (an IANA name, or `auto`).
pub struct ZoneChoice {
    /// The zone of the browser, where it is known.
    pub of_browser: Option<&'static str>,
    /// Whether it is that of the browser.
    pub is_automatic: bool,
    /// Continents and oceans, and the zones there.
    pub regions: Vec<(String, Vec<ZoneOption>)>,
}

/// A zone one can choose.
pub struct ZoneOption {
    /// Its IANA name.
    pub name: &'static str,
    /// The city that stands for it.
    pub city: String,
    /// What time it is there.
    pub now: String,
    /// Whether it is the one that was chosen.
    pub is_chosen: bool,
}

/// Posts `current_password`, `password`. Neither is ever shown again.
#[derive(Default)]
pub struct PasswordForm {
    /// What is wrong with the password in use until now.
    pub current: Input,
    /// What is wrong with the new one.
    pub new: Input,
    /// Whether there is none yet: the first is chosen by a link of a mail.
    pub is_first: bool,
}

/// A place where one is signed in. Ended by `POST /preferences/sessions/{id}/end`.
pub struct SessionEntry {
    /// Its id in addresses; not the secret.
    pub id: String,
    /// The browser and device, as far as known.
    pub client: String,
    /// When it began.
    pub began: Moment,
    /// When it was last used.
    pub used: Moment,
    /// Whether it is this one.
    pub current: bool,
}

/// The key of a program. Revoked by `POST /preferences/tokens/{id}/revoke`.
pub struct TokenEntry {
    /// Its id in addresses; not the secret.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// Whether it only reads.
    pub reads_only: bool,
    /// When it was made.
    pub made: Moment,
    /// When it stops to work, if ever.
    pub expires: Option<Moment>,
    /// Whether that was already.
    pub is_expired: bool,
    /// When it was last used, if ever.
    pub used: Option<Moment>,
}
