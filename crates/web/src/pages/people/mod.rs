//! The directory, and the page of one person.

pub(crate) mod directory;
pub(crate) mod profile;

use crate::views::PersonCard;
use snug_domain::people::Person;

/// A person in a list.
pub(super) fn card(found: &Person) -> PersonCard {
    PersonCard { person: super::person(found), about: found.about.clone() }
}
