//! People a community knows, and what they call themselves.

mod address;
mod handle;
mod handle_look;
mod language;
mod look;
mod name;
mod person;
mod presence;
mod reserved;
mod zone;

pub use address::EmailAddress;
pub use handle::{Handle, RELEASED_FOR, RENAMES};
pub use language::Language;
pub use look::{LookOf, looks, looks_of_person};
pub use name::{PersonName, about, initials, words};
pub use person::{NamedPerson, OwnedAddress, Person, Preferences, Writers};
pub use presence::{ON_THE_SITE, is_on_the_site};
pub use reserved::{is_reserved, is_word_of_the_site, may_be_called, own_name};
pub use zone::Zone;

/// Whether a person can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonKind {
    /// Signed up: can sign in, is listed.
    Member,
    /// Known by an address only: cannot sign in, is not listed, not searchable.
    Guest,
}

/// What became of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonState {
    /// Takes part.
    Active,
    /// Shut out for now.
    Suspended,
}

/// Whether mail to an address makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailState {
    /// Mail arrives, as far as we know.
    Good,
    /// Mail comes back.
    Bouncing,
    /// Its owner wants none.
    Stopped,
}

/// Light, dark, or as the device says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}
