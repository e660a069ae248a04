use super::{EmailAddress, Handle, Language, MailState, PersonKind, PersonState, Theme, Zone};
use crate::{PersonId, Timestamp};

/// Somebody a community knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Member or guest.
    pub kind: PersonKind,
    /// What became of them.
    pub state: PersonState,
    /// What they are called.
    pub name: String,
    /// Their short name in addresses of pages.
    pub handle: Handle,
    /// The line about themself, or nothing.
    pub about: String,
    /// The part before the @ of the address their mails come from; never changes.
    pub mail_name: String,
    /// What they chose.
    pub preferences: Preferences,
    /// Grows by one with everything that changes for them.
    pub change_number: i64,
    /// Since when the community knows them.
    pub created_at: Timestamp,
}

impl Person {
    /// Whether they have an account here that lets them in: by password, link, session or token.
    #[must_use]
    pub fn may_sign_in(&self) -> bool {
        self.kind == PersonKind::Member && self.state == PersonState::Active
    }

    /// Whether mails about conversations may go to them, if they want such mails.
    #[must_use]
    pub fn may_be_mailed(&self) -> bool {
        self.state == PersonState::Active
    }

    /// Whether they can be in a conversation and do something there, on the site or from a mail.
    #[must_use]
    pub fn takes_part(&self) -> bool {
        self.state == PersonState::Active
    }
}

/// A person as they are named beside what they did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPerson {
    /// Their id.
    pub id: PersonId,
    /// Member or guest.
    pub kind: PersonKind,
    /// What they are called.
    pub name: String,
    /// Their short name in addresses of pages.
    pub handle: Handle,
}

impl NamedPerson {
    /// The first word of their name.
    #[must_use]
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or(&self.name)
    }
}

impl From<&Person> for NamedPerson {
    fn from(person: &Person) -> Self {
        Self { id: person.id, kind: person.kind, name: person.name.clone(), handle: person.handle.clone() }
    }
}

/// What a person chose about how Snug looks and when it makes itself heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// The language of pages and mails.
    pub language: Language,
    /// Light, dark, or as the device says.
    pub theme: Theme,
    /// Whether unread conversations are told by mail.
    pub wants_mail: bool,
    /// Whether the bell makes a sound.
    pub bell_sound: bool,
    /// Whether Enter sends; otherwise Ctrl and Enter do.
    pub enter_sends: bool,
    /// Whether those they talk with see that they are on the site. Who hides it does not see it of others.
    pub shows_presence: bool,
    /// Who may write to them, beside those they talk with already.
    pub writers: Writers,
    /// Whether single letters do something while the list of conversations has the focus.
    pub letter_keys: bool,
    /// Whether a muted conversation makes itself heard where they are named in it.
    pub mentions_ring: bool,
    /// The time zone they chose; none where it is that of their browser.
    pub chosen_zone: Option<Zone>,
    /// The time zone of the browser they used last while they had chosen none.
    pub browser_zone: Option<Zone>,
}

/// Who may ask a person to a conversation. Those in a conversation with them go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writers {
    /// Everyone.
    Everyone,
    /// Those with whom they take part in a conversation, or did.
    Acquaintances,
    /// Nobody.
    Nobody,
}

impl Writers {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::Everyone, Self::Acquaintances, Self::Nobody];
}

impl Preferences {
    /// Whether who has not chosen is told by mail.
    pub const WANTS_MAIL: bool = true;

    /// What somebody has who has not chosen.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self {
            language,
            theme: Theme::Auto,
            wants_mail: Self::WANTS_MAIL,
            bell_sound: false,
            enter_sends: true,
            shows_presence: true,
            writers: Writers::Everyone,
            letter_keys: true,
            mentions_ring: true,
            chosen_zone: None,
            browser_zone: None,
        }
    }

    /// The time zone of what they are told: the chosen one, or else that of the browser they used last.
    #[must_use]
    pub fn zone(&self) -> Option<Zone> {
        self.chosen_zone.or(self.browser_zone)
    }
}

/// An e-mail address and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedAddress {
    /// Whose it is.
    pub person: PersonId,
    /// The address.
    pub address: EmailAddress,
    /// Whether its owner has shown that it is theirs.
    pub is_verified: bool,
    /// Whether mail to it makes sense.
    pub mail_state: MailState,
}
