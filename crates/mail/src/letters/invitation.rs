//! A member would like to talk.

use super::words::{Words, name};
use super::{Written, compare, greeting, stop};
use askama::Template;
use snug_texts::Texts;

/// Brings the first message of somebody who would like to talk, as they wrote it.
pub struct Invitation {
    /// Who would like to talk.
    pub inviter_name: String,
    /// Their handle, where their name looks like that of another member.
    pub compare_handle: Option<String>,
    /// What it is to, if that is a conversation of several.
    pub group: Option<Group>,
    /// Whether it was mailed before, and this reminds of it.
    pub is_reminder: bool,
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
        let mut subject = texts.fill(key).with("name", self.inviter_name.as_str()).with("title", title).to_string();
        if self.is_reminder {
            subject = texts.fill("mail-invitation-reminder-subject").with("subject", subject).to_string();
        }
        Written::new(&subject, &Text { texts, letter: self }, &Html { texts, subject: &subject, letter: self })
    }

    fn greeting(&self, texts: &Texts) -> Words {
        greeting(*texts, &self.to_name)
    }

    fn where_to_answer(&self, texts: &Texts) -> Words {
        self.named("mail-invitation-where", texts)
    }

    fn why(&self, texts: &Texts) -> Words {
        Words::new(*texts, texts.fill("mail-invitation-why").with("community", name(&self.community_name)))
    }

    fn stop(&self, texts: &Texts) -> Words {
        stop(*texts, &self.community_name)
    }

    fn compare(&self, texts: &Texts) -> Option<Words> {
        self.compare_handle.as_ref().map(|handle| compare(*texts, &self.inviter_name, handle))
    }

    fn wrote(&self, texts: &Texts) -> Words {
        self.named("mail-invitation-wrote", texts)
    }

    fn decline(&self, texts: &Texts) -> Words {
        self.named("mail-invitation-decline", texts)
    }

    /// A text that names the inviter.
    fn named(&self, key: &str, texts: &Texts) -> Words {
        Words::new(*texts, texts.fill(key).with("name", name(&self.inviter_name)))
    }

    fn what(&self, texts: &Texts) -> Words {
        let (key, title) = match &self.group {
            None => ("mail-invitation-what", String::new()),
            Some(Group { title: None, .. }) => ("mail-invitation-what-group", String::new()),
            Some(Group { title: Some(title), .. }) => ("mail-invitation-what-titled", name(title)),
        };
        let filled = texts.fill(key).with("name", name(&self.inviter_name));
        Words::new(*texts, filled.with("community", name(&self.community_name)).with("title", title))
    }

    /// That it was mailed before; nothing where it was not.
    fn reminder(&self, texts: &Texts) -> Option<Words> {
        self.is_reminder.then(|| self.named("mail-invitation-reminder", texts))
    }

    /// Who else is in it; nothing where that is nobody.
    fn who(&self, texts: &Texts) -> Option<Words> {
        let group = self.group.as_ref().filter(|group| !group.names.is_empty())?;
        let names: Vec<String> = group.names.iter().map(|other| name(other)).collect();
        let said = texts.fill("mail-invitation-who").with("names", texts.names(&names, group.more));
        Some(Words::new(*texts, said))
    }
}
