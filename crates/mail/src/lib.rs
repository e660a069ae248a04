//! Bytes to values and back: mails composed, addresses and tokens.
//!
//! Pure: no clock, no network, no file. What a mail says is in [`letters`], how it is put into
//! bytes in [`compose`], who may open its links in [`tokens`]. Nothing here decides whether a
//! mail is sent, and nothing here logs.

mod compose;
mod dkim;
pub mod letters;
mod mail_name;
mod mailbox;
mod one_line;
mod tokens;
mod wrap;

pub use compose::{Letter, compose};
pub use dkim::{DkimKey, KeyFault};
pub use mail_name::mail_name;
pub use mailbox::Mailbox;
pub use tokens::{
    Acting, Purpose, Secret, acting_token, bounce_address, link_token, link_token_of_two, message_id, read_link_token,
    read_link_token_of_two,
};
