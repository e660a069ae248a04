//! Becoming a member: asked for here, confirmed with the token of a mail.

pub(super) mod confirm;
pub(super) mod create;
