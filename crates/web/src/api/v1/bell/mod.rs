//! The bell: what is unread.

pub(super) mod read_all;
pub(super) mod show;
