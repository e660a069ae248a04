//! Somebody signed up with an address that has an account.

use super::account::Account;
use super::{Written, isolated};
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
        let subject = texts.fill("mail-already-member-subject").with("community", self.community_name.as_str());
        let community = isolated(texts, &self.community_name);
        Account {
            texts,
            to_name: Some(&self.to_name),
            subject: subject.to_string(),
            what: texts.fill("mail-already-member-what").with("community", community).to_string(),
            action: &texts.get("mail-already-member-action"),
            url: &self.sign_in_url,
            notes: vec![texts.get("mail-not-you").into_owned()],
            aside: Some((&texts.get("mail-already-member-forgot"), &self.forgot_url)),
        }
        .write()
    }
}
