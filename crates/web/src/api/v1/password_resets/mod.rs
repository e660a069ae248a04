//! A new password for whoever can read the mail of an address.

pub(super) mod request;
pub(super) mod reset;
