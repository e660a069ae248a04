//! A link that signs in.

use super::Written;
use super::account::{Account, about, asked, plain, works_for};
use snug_domain::{Span, Timestamp};
use snug_texts::Times;

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
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// The browser it was asked for with, as it calls itself.
    pub asked_with: Option<String>,
}

impl SignInLink {
    /// The letter to a reader of these times.
    #[must_use]
    pub fn write(&self, times: &Times) -> Written {
        let texts = times.texts();
        Account {
            texts,
            to_name: Some(&self.to_name),
            subject: about(texts, "mail-sign-in-link-subject", &self.community_name),
            what: about(texts, "mail-sign-in-link-what", &self.community_name),
            action: &texts.get("mail-sign-in-link-action"),
            url: &self.sign_in_url,
            notes: vec![
                asked(times, self.asked_at, self.asked_with.as_deref()),
                works_for(texts, self.works_for),
                plain(texts, "mail-link-is-yours"),
                plain(texts, "mail-not-you"),
            ],
            aside: None,
        }
        .write()
    }
}
