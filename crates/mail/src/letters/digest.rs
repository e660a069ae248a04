//! All unread conversations of one person.

use super::{Written, isolated};
use askama::Template;
use snug_domain::PersonId;
use snug_domain::Timestamp;
use snug_domain::conversations::{Line, Title};
use snug_domain::people::NamedPerson;
use snug_texts::Texts;

/// Brings what one has not read, so that one mail does for all.
#[derive(Clone)]
pub struct Digest {
    /// Who has not read.
    pub to: PersonId,
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
    /// What it is called.
    pub title: Title,
    /// Whether more than one person can have written: then each message names its author.
    pub names_authors: bool,
    /// Who wrote, as far as it is known here.
    pub writers: Vec<NamedPerson>,
    /// Those in it whose name looks like that of somebody else.
    pub lookalikes: Vec<NamedPerson>,
    /// What happened, the oldest first.
    pub lines: Vec<Line>,
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
    /// Who wrote it.
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

    /// Names whoever wrote, and the title where it is about one conversation; where nobody wrote, whoever accepted.
    fn subject(&self, texts: Texts) -> String {
        if let [DigestConversation { title: Title::Named(title), writers, .. }] = &self.conversations[..]
            && let Some(first) = writers.first()
        {
            let names = self.distinct(|conversation| conversation.writers.clone());
            let filled = texts.fill("mail-digest-subject-titled").with("name", first.name.as_str());
            return filled.with("others", names.len().saturating_sub(1)).with("title", title.as_str()).to_string();
        }
        let (key, names) = match self.news() {
            News::Written => ("mail-digest-subject", self.distinct(|conversation| conversation.writers.clone())),
            News::Accepted => {
                ("mail-digest-subject-accepted", self.distinct(|conversation| conversation.accepted_by(self.to)))
            }
            News::Other => {
                let community = self.community_name.as_str();
                return texts.fill("mail-digest-subject-news").with("community", community).to_string();
            }
        };
        let first = names.first().map(|person| person.name.as_str()).unwrap_or_default();
        texts.fill(key).with("name", first).with("others", names.len().saturating_sub(1)).to_string()
    }

    fn news(&self) -> News {
        if self.conversations.iter().any(|conversation| conversation.unread > 0) {
            News::Written
        } else if self.conversations.iter().any(|conversation| !conversation.accepted_by(self.to).is_empty()) {
            News::Accepted
        } else {
            News::Other
        }
    }

    fn what(&self, texts: &Texts) -> String {
        let key = match self.news() {
            News::Written => "mail-digest-what",
            News::Accepted | News::Other => "mail-digest-what-accepted",
        };
        texts.fill(key).with("community", self.community_name.as_str()).to_string()
    }

    fn why(&self, texts: &Texts) -> String {
        let key = match self.news() {
            News::Written => "mail-digest-why",
            News::Accepted => "mail-digest-why-accepted",
            News::Other => "mail-digest-why-news",
        };
        texts.fill(key).with("community", self.community_name.as_str()).to_string()
    }

    /// These people of all conversations, each once.
    fn distinct(&self, of: impl Fn(&DigestConversation) -> Vec<NamedPerson>) -> Vec<NamedPerson> {
        let mut distinct: Vec<NamedPerson> = Vec::new();
        for person in self.conversations.iter().flat_map(of) {
            if distinct.iter().all(|known| known.id != person.id) {
                distinct.push(person);
            }
        }
        distinct
    }
}

/// What a digest is mostly about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum News {
    /// Somebody wrote.
    Written,
    /// Nobody wrote, but somebody accepted.
    Accepted,
    /// Neither.
    Other,
}

impl DigestConversation {
    fn title(&self, texts: &Texts) -> String {
        match &self.title {
            Title::Named(name) => name.clone(),
            Title::People { first, more } => match first.as_slice() {
                // Alone on its line, nothing can turn it.
                [one] if *more == 0 => one.name.clone(),
                several => {
                    let names: Vec<_> = several.iter().map(|person| isolated(*texts, person.first_name())).collect();
                    texts.names(&names, *more)
                }
            },
        }
    }

    /// Whether it begins with its title: where nothing else says which one it is.
    fn has_head(&self) -> bool {
        self.unread > 0 || !self.lines.iter().all(|line| line.is_direct)
    }

    fn title_within(&self, texts: &Texts) -> String {
        isolated(*texts, &self.title(texts))
    }

    fn accepted_by(&self, reader: PersonId) -> Vec<NamedPerson> {
        let accepted = self.lines.iter().filter(|line| line.is_acceptance_for(reader));
        accepted.map(|line| line.author.clone()).collect()
    }
}

/// What happened, in the reader's words. Away from the conversation more has to be said of what was accepted.
fn say(texts: &Texts, line: &Line, reader: PersonId) -> String {
    if line.is_direct && line.is_acceptance_for(reader) {
        let name = isolated(*texts, &line.author.name);
        return texts.fill("mail-digest-accepted").with("name", name).to_string();
    }
    texts.line(line, reader, |name| isolated(*texts, name)).unwrap_or_default()
}
