//! A link that signs in.

use super::account::{Account, works_for};
use super::{Written, isolated};
use snug_domain::Span;
use snug_texts::Texts;

/// Carries the link that signs in without a password.
pub struct SignInLink {
    /// The name of the account's owner.
    pub to_name: String,
    /// The community to sign in to.
    pub community_name: String,
    /// The page with the button that signs in.
    pub sign_in_url: String,
    /// How long that page works.
    pub works_for: Span,
}

impl SignInLink {
    /// The letter in this language.
    #[must_use]
    pub fn write(&self, texts: Texts) -> Written {
        let subject = texts.fill("mail-sign-in-link-subject").with("community", self.community_name.as_str());
        let community = isolated(texts, &self.community_name);
        let keep = texts.get("mail-link-is-yours").into_owned();
        Account {
            texts,
            to_name: Some(&self.to_name),
            subject: subject.to_string(),
            what: texts.fill("mail-sign-in-link-what").with("community", community).to_string(),
            action: &texts.get("mail-sign-in-link-action"),
            url: &self.sign_in_url,
            notes: vec![works_for(texts, self.works_for), keep, texts.get("mail-not-you").into_owned()],
            aside: None,
        }
        .write()
    }
}
