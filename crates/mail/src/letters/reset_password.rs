//! A link that lets one choose a new password.

use super::account::{Account, works_for};
use super::{Written, isolated};
use snug_domain::Span;
use snug_texts::Texts;

/// Carries the link behind which one chooses a new password.
pub struct ResetPassword {
    /// The name of the account's owner.
    pub to_name: String,
    /// The community it is an account of.
    pub community_name: String,
    /// The page with the form for the new password.
    pub reset_url: String,
    /// How long that page works.
    pub works_for: Span,
}

impl ResetPassword {
    /// The letter in this language.
    #[must_use]
    pub fn write(&self, texts: Texts) -> Written {
        let subject = texts.fill("mail-reset-password-subject").with("community", self.community_name.as_str());
        let community = isolated(texts, &self.community_name);
        let keep = texts.get("mail-link-is-yours").into_owned();
        Account {
            texts,
            to_name: Some(&self.to_name),
            subject: subject.to_string(),
            what: texts.fill("mail-reset-password-what").with("community", community).to_string(),
            action: &texts.get("mail-reset-password-action"),
            url: &self.reset_url,
            notes: vec![works_for(texts, self.works_for), keep, texts.get("mail-not-you").into_owned()],
            aside: None,
        }
        .write()
    }
}
