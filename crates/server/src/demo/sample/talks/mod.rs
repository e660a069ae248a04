//! What the people of Riverside said to each other.

mod ana_and_ben;
mod in_arabic;
mod long_ago;
mod of_late;

use super::talk::Talk;

/// All of it, in no order.
pub(super) fn all() -> impl Iterator<Item = &'static Talk> {
    long_ago::TALKS.iter().chain([&ana_and_ben::TALK]).chain(in_arabic::TALKS.iter()).chain(of_late::TALKS.iter())
}
