//! Somebody signed up with an address that has an account.

use super::Written;
use super::account::{Account, about, plain};
use snug_texts::Texts;

/// Tells the owner of an account that it exists. The page told the one who asked nothing, so
/// that nobody learns from it who is a member.
pub struct AlreadyMember {
    /// The name of the account's owner.
    pub to_name: String,
    /// The community it is an account of.
    pub community_name: String,
    /// The page to sign in on.
    pub sign_in_url: String,
    /// The page for a forgotten password.
    pub forgot_url: String,
}

impl AlreadyMember {
    /// The letter in this language.
    #[must_use]
    pub fn write(&self, texts: Texts) -> Written {
        Account {
            texts,
            to_name: Some(&self.to_name),
            subject: about(texts, "mail-already-member-subject", &self.community_name),
            what: about(texts, "mail-already-member-what", &self.community_name),
            action: &texts.get("mail-already-member-action"),
            url: &self.sign_in_url,
            notes: vec![plain(texts, "mail-not-you")],
            aside: Some((&texts.get("mail-already-member-forgot"), &self.forgot_url)),
        }
        .write()
    }
}
