//! What the people of Riverside said to each other.

mod ana_and_ben;
mod in_arabic;
mod long_ago;
mod of_late;
mod of_several;

use super::group::Group;
use super::talk::Talk;

/// What they said in conversations of several.
pub(super) fn groups() -> impl Iterator<Item = &'static Group> {
    of_several::GROUPS.iter()
}

/// What two of them said to each other, in no order.
pub(super) fn all() -> impl Iterator<Item = &'static Talk> {
    long_ago::TALKS.iter().chain([&ana_and_ben::TALK]).chain(in_arabic::TALKS.iter()).chain(of_late::TALKS.iter())
}
