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
