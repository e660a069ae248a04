//! The sample: two communities, their members, and conversations in every state.
//!
//! Written through the same use cases as any other, with times in the past. Nothing here reaches
//! around a rule, but for the limits on how fast one person writes.

mod group;
mod hold;
mod people;
mod talk;
mod talks;
mod write;

pub(super) use people::PASSWORD;
pub(super) use write::write;
