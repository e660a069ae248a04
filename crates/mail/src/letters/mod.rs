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
mod password_changed;
mod reset_password;
mod sign_in_link;

pub use already_member::AlreadyMember;
pub use confirm_address::ConfirmAddress;
pub use digest::{Digest, DigestConversation, DigestMessage};
pub use invitation::{Group, Invitation};
pub use password_changed::PasswordChanged;
pub use reset_password::ResetPassword;
pub use sign_in_link::SignInLink;

use crate::one_line::one_line;
use crate::wrap::wrap;
use askama::Template;
use snug_domain::Timestamp;
use snug_domain::people::Language;
use snug_texts::Texts;

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

/// A name in the midst of our words, kept from turning them around where its letters run in
/// another direction (Unicode UAX #9, first strong isolate).
///
/// Nothing is added where nothing can turn: plain letters in a text from left to right.
fn isolated(texts: Texts, name: &str) -> String {
    match texts.language() {
        Language::English if name.is_ascii() => name.to_owned(),
        Language::English | Language::Arabic => format!("\u{2068}{name}\u{2069}"),
    }
}

/// The side where a line begins: mail programs do not know `border-inline-start`.
fn start(texts: &Texts) -> &'static str {
    if texts.language().direction() == "rtl" { "right" } else { "left" }
}

/// What somebody wrote, set apart from our own words in plain text.
fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

/// Hour and minute in UTC: `14:05`.
fn time_of_day(at: &Timestamp) -> String {
    let minutes = at.0.div_euclid(60_000).rem_euclid(24 * 60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
