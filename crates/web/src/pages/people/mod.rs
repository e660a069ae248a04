//! The directory, and the page of one person.

pub(crate) mod block;
pub(crate) mod directory;
pub(crate) mod profile;

use crate::views::PersonCard;
use snug_domain::people::{Handle, Person};

/// A person in a list.
pub(super) fn card(found: &Person, lookalikes: &[Handle]) -> PersonCard {
    let person = super::person(found).lookalike(lookalikes.contains(&found.handle));
    PersonCard { person, about: found.about.clone() }
}
