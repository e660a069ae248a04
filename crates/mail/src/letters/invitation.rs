//! A member would like to talk.

use super::{Written, isolated};
use askama::Template;
use snug_texts::Texts;

/// Brings the first message of somebody who would like to talk, as they wrote it.
#[derive(Clone)]
pub struct Invitation {
    /// Who would like to talk.
    pub inviter_name: String,
    /// Their handle, where their name looks like that of another member.
    pub compare_handle: Option<String>,
    /// The community both are members of.
    pub community_name: String,
    /// The first message as HTML: already cleaned, its links shown as text.
    pub message_html: String,
    /// The first message as plain text.
    pub message_text: String,
    /// The page to read it on, to accept and to decline.
    pub read_url: String,
    /// The page to want no more mails on.
    pub stop_url: String,
    /// The name of who is invited.
    pub to_name: String,
}

#[derive(Template)]
#[template(path = "invitation.html")]
struct Html<'a> {
    texts: Texts,
    subject: &'a str,
    letter: &'a Invitation,
}

#[derive(Template)]
#[template(path = "invitation.txt")]
struct Text<'a> {
    texts: Texts,
    letter: &'a Invitation,
}

impl Invitation {
    /// The letter in this language.
    #[must_use]
    pub fn write(&self, texts: Texts) -> Written {
        let subject = texts.fill("mail-invitation-subject").with("name", self.inviter_name.as_str()).to_string();
        let letter = &Self {
            inviter_name: isolated(texts, &self.inviter_name),
            community_name: isolated(texts, &self.community_name),
            to_name: isolated(texts, &self.to_name),
            ..self.clone()
        };
        Written::new(&subject, &Text { texts, letter }, &Html { texts, subject: &subject, letter })
    }
}
