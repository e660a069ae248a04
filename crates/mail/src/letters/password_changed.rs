//! The password was changed.

use super::Written;
use super::account::{Account, about, plain};
use super::words::Words;
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
        Account {
            texts,
            to_name: Some(&self.to_name),
            subject: about(texts, "mail-password-changed-subject", &self.community_name),
            what: about(texts, "mail-password-changed-what", &self.community_name),
            action: &texts.get("mail-reset-password-action"),
            url: &self.forgot_url,
            notes: vec![
                plain(texts, "mail-password-changed-sessions"),
                Words::new(
                    texts,
                    texts
                        .fill("mail-password-changed-tokens")
                        .with("count", i64::try_from(self.tokens).unwrap_or(i64::MAX)),
                ),
            ],
            aside: None,
        }
        .write()
    }
}
