//! Becoming a member, coming in, and leaving.

mod addresses;
mod limits;
mod reset_password;
mod sign_in;
mod sign_in_by_link;
mod sign_out;
mod sign_up;
mod uniform;
