//! All unread conversations of one person.

use super::{Written, isolated};
use askama::Template;
use snug_domain::Timestamp;
use snug_texts::Texts;

/// Brings what one has not read, so that one mail does for all.
#[derive(Clone)]
pub struct Digest {
    /// The name of who has not read.
    pub to_name: String,
    /// The community the conversations are in.
    pub community_name: String,
    /// The conversations with something unread, the one to show first first.
    pub conversations: Vec<DigestConversation>,
    /// The page of preferences.
    pub preferences_url: String,
    /// The page to want no more mails on.
    pub stop_url: String,
}

/// One conversation in a digest.
#[derive(Clone)]
pub struct DigestConversation {
    /// Whom it is with.
    pub other_name: String,
    /// Whether the other one accepted an invitation of the reader's.
    pub accepted: bool,
    /// How many messages are unread.
    pub unread: u32,
    /// Those that are shown, the oldest first.
    pub messages: Vec<DigestMessage>,
    /// How many unread ones are not shown.
    pub more: u32,
    /// The conversation on the site.
    pub url: String,
}

/// One message in a digest.
#[derive(Clone)]
pub struct DigestMessage {
    /// Who wrote it; shown where it is not whom the conversation is with.
    pub author: String,
    /// What it says, or its beginning, as HTML: already cleaned.
    pub html: String,
    /// The same as plain text.
    pub text: String,
    /// Whether something was left out.
    pub is_cut: bool,
    /// When it was written.
    pub at: Timestamp,
}

#[derive(Template)]
#[template(path = "digest.html")]
struct Html<'a> {
    texts: Texts,
    subject: &'a str,
    letter: &'a Digest,
}

#[derive(Template)]
#[template(path = "digest.txt")]
struct Text<'a> {
    texts: Texts,
    letter: &'a Digest,
}

impl Digest {
    /// The letter in this language.
    #[must_use]
    pub fn write(&self, texts: Texts) -> Written {
        let subject = self.subject(texts);
        let letter = &Self {
            to_name: isolated(texts, &self.to_name),
            community_name: isolated(texts, &self.community_name),
            ..self.clone()
        };
        Written::new(&subject, &Text { texts, letter }, &Html { texts, subject: &subject, letter })
    }

    /// Names whoever wrote; where nobody did, whoever accepted.
    fn subject(&self, texts: Texts) -> String {
        let (key, names) = match self.wrote() {
            true => ("mail-digest-subject", self.names(|conversation| conversation.unread > 0)),
            false => ("mail-digest-subject-accepted", self.names(|conversation| conversation.accepted)),
        };
        let first = names.first().copied().unwrap_or_default();
        texts.fill(key).with("name", first).with("others", names.len().saturating_sub(1)).to_string()
    }

    fn wrote(&self) -> bool {
        self.conversations.iter().any(|conversation| conversation.unread > 0)
    }

    fn names(&self, of: impl Fn(&DigestConversation) -> bool) -> Vec<&str> {
        let conversations = self.conversations.iter().filter(|conversation| of(conversation));
        conversations.map(|conversation| conversation.other_name.as_str()).collect()
    }
}

impl DigestConversation {
    fn name_within(&self, texts: &Texts) -> String {
        isolated(*texts, &self.other_name)
    }
}
