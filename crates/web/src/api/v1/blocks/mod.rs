//! Whom the caller blocked.

pub(super) mod block;
pub(super) mod list;
