//! The password was changed.

use super::account::Account;
use super::{Written, isolated};
use snug_texts::Texts;

/// Tells the owner of an account that its password was changed, in case it was not them.
pub struct PasswordChanged {
    /// The name of the account's owner.
    pub to_name: String,
    /// The community it is an account of.
    pub community_name: String,
    /// How many keys for programs still work.
    pub tokens: usize,
    /// The page for a forgotten password.
    pub forgot_url: String,
}

impl PasswordChanged {
    /// The letter in this language.
    #[must_use]
    pub fn write(&self, texts: Texts) -> Written {
        let subject = texts.fill("mail-password-changed-subject").with("community", self.community_name.as_str());
        let community = isolated(texts, &self.community_name);
        Account {
            texts,
            to_name: Some(&self.to_name),
            subject: subject.to_string(),
            what: texts.fill("mail-password-changed-what").with("community", community).to_string(),
            action: &texts.get("mail-reset-password-action"),
            url: &self.forgot_url,
            notes: vec![
                texts.get("mail-password-changed-sessions").into_owned(),
                texts
                    .fill("mail-password-changed-tokens")
                    .with("count", i64::try_from(self.tokens).unwrap_or(i64::MAX))
                    .to_string(),
            ],
            aside: None,
        }
        .write()
    }
}
