//! What our mails say: one file a mail, each a struct of plain values that writes itself in a
//! language, as text and as HTML.
//!
//! Every sentence comes from `locales/*/mail.ftl`, every shape from `templates/`. A letter knows
//! neither its sender nor its headers, and asks nobody for anything.

mod account;
mod already_member;
mod confirm_address;
mod digest;
mod invitation;
mod look;
mod password_changed;
mod reset_password;
mod sign_in_link;
mod words;

pub use already_member::AlreadyMember;
pub use confirm_address::ConfirmAddress;
pub use digest::{Digest, DigestConversation, DigestMessage, DigestQuote};
pub use invitation::{Group, Invitation};
pub use password_changed::PasswordChanged;
pub use reset_password::ResetPassword;
pub use sign_in_link::SignInLink;

use crate::one_line::one_line;
use crate::wrap::wrap;
use askama::Template;
use snug_texts::Texts;
use words::{Words, name};

/// A letter as a person reads it.
#[derive(Clone, PartialEq, Eq)]
pub struct Written {
    /// What it is about, in one line.
    pub subject: String,
    /// What it says, as plain text in lines of at most 76 characters.
    pub text: String,
    /// The same as HTML, a whole document.
    pub html: String,
}

impl Written {
    fn new(subject: &str, text: &impl Template, html: &impl Template) -> Self {
        // A template fails only where something it shows cannot be shown; ours show strings.
        Self {
            subject: one_line(subject),
            text: wrap(&text.render().unwrap_or_default()),
            html: html.render().unwrap_or_default(),
        }
    }
}

/// Hello, by the first name.
fn greeting(texts: Texts, to_name: &str) -> Words {
    let first = to_name.split_whitespace().next().unwrap_or(to_name);
    Words::new(texts, texts.fill("mail-greeting").with("name", name(first)))
}

/// The words of the link that stops all mails of a community.
fn stop(texts: Texts, community_name: &str) -> Words {
    Words::new(texts, texts.fill("mail-stop").with("community", name(community_name)))
}

/// Whose name looks like that of somebody else, and is to be compared by the handle.
fn compare(texts: Texts, full_name: &str, handle: &str) -> Words {
    Words::new(texts, texts.fill("mail-lookalike").with("name", name(full_name)).with("handle", handle.to_owned()))
}

/// What somebody wrote, set apart from our own words in plain text.
fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}
