//! Somebody signed up with this address: is it theirs?

use super::Written;
use super::account::{Account, about, plain, works_for};
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
        Account {
            texts,
            to_name: None,
            subject: about(texts, "mail-confirm-address-subject", &self.community_name),
            what: about(texts, "mail-confirm-address-what", &self.community_name),
            action: &texts.get("mail-confirm-address-action"),
            url: &self.confirm_url,
            notes: vec![works_for(texts, self.works_for), plain(texts, "mail-not-you")],
            aside: None,
        }
        .write()
    }
}
