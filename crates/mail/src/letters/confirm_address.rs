//! Somebody signed up with this address: is it theirs?

use super::account::{Account, works_for};
use super::{Written, isolated};
use snug_domain::Span;
use snug_texts::Texts;

/// Asks whether an address belongs to the one who signed up with it.
///
/// It does not say the name that was typed: whoever fills the form could make us carry their
/// words to a stranger.
pub struct ConfirmAddress {
    /// The community that was signed up to.
    pub community_name: String,
    /// The page with the button that confirms.
    pub confirm_url: String,
    /// How long that page works.
    pub works_for: Span,
}

impl ConfirmAddress {
    /// The letter in this language.
    #[must_use]
    pub fn write(&self, texts: Texts) -> Written {
        let subject = texts.fill("mail-confirm-address-subject").with("community", self.community_name.as_str());
        let community = isolated(texts, &self.community_name);
        Account {
            texts,
            to_name: None,
            subject: subject.to_string(),
            what: texts.fill("mail-confirm-address-what").with("community", community).to_string(),
            action: &texts.get("mail-confirm-address-action"),
            url: &self.confirm_url,
            notes: vec![works_for(texts, self.works_for), texts.get("mail-not-you").into_owned()],
            aside: None,
        }
        .write()
    }
}
