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
    /// What it is to, if that is a conversation of several.
    pub group: Option<Group>,
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

/// A conversation of several, as far as somebody who is asked to it may know.
#[derive(Clone)]
pub struct Group {
    /// What its people call it.
    pub title: Option<String>,
    /// The first of those in it beside the inviter.
    pub names: Vec<String>,
    /// How many are in it besides.
    pub more: usize,
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
        let (key, title) = match &self.group {
            None => ("mail-invitation-subject", ""),
            Some(Group { title: None, .. }) => ("mail-invitation-subject-group", ""),
            Some(Group { title: Some(title), .. }) => ("mail-invitation-subject-titled", title.as_str()),
        };
        let subject = texts.fill(key).with("name", self.inviter_name.as_str()).with("title", title).to_string();
        let letter = &Self {
            inviter_name: isolated(texts, &self.inviter_name),
            community_name: isolated(texts, &self.community_name),
            to_name: isolated(texts, &self.to_name),
            ..self.clone()
        };
        Written::new(&subject, &Text { texts, letter }, &Html { texts, subject: &subject, letter })
    }

    fn what(&self, texts: &Texts) -> String {
        let (key, title) = match &self.group {
            None => ("mail-invitation-what", String::new()),
            Some(Group { title: None, .. }) => ("mail-invitation-what-group", String::new()),
            Some(Group { title: Some(title), .. }) => ("mail-invitation-what-titled", isolated(*texts, title)),
        };
        let filled = texts.fill(key).with("name", self.inviter_name.as_str());
        filled.with("community", self.community_name.as_str()).with("title", title).to_string()
    }

    /// Who else is in it; nothing where that is nobody.
    fn who(&self, texts: &Texts) -> Option<String> {
        let group = self.group.as_ref().filter(|group| !group.names.is_empty())?;
        let names: Vec<String> = group.names.iter().map(|name| isolated(*texts, name)).collect();
        Some(texts.fill("mail-invitation-who").with("names", texts.names(&names, group.more)).to_string())
    }
}
