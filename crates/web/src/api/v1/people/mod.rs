//! The directory, and the profile of one person.

pub(super) mod list;
pub(super) mod show;

use serde::Serialize;
use snug_domain::people;
use utoipa::ToSchema;

/// A member.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Person {
    /// Handle.
    handle: String,
    /// Display name.
    name: String,
    /// About line; may be empty.
    about: String,
}

impl From<&people::Person> for Person {
    fn from(person: &people::Person) -> Self {
        Self { handle: person.handle.to_string(), name: person.name.clone(), about: person.about.clone() }
    }
}

/// A person, named beside what they did.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NamedPerson {
    /// Member or guest.
    kind: Kind,
    /// Their short name.
    handle: String,
    /// What they are called.
    name: String,
}

/// What a person is to the community.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = PersonKind)]
pub(crate) enum Kind {
    /// Signed up.
    Member,
    /// Known by an address only.
    Guest,
}

impl From<&people::NamedPerson> for NamedPerson {
    fn from(person: &people::NamedPerson) -> Self {
        let kind = match person.kind {
            people::PersonKind::Member => Kind::Member,
            people::PersonKind::Guest => Kind::Guest,
        };
        Self { kind, handle: person.handle.to_string(), name: person.name.clone() }
    }
}
