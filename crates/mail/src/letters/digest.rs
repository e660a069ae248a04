//! All unread conversations of one person.

use super::words::{Words, name};
use super::{Written, compare, greeting, look, stop};
use askama::Template;
use snug_domain::PersonId;
use snug_domain::Timestamp;
use snug_domain::conversations::{Line, Title};
use snug_domain::people::NamedPerson;
use snug_texts::{Texts, Times};

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
    /// The page to want no more mails of it on.
    pub mute_url: String,
}

/// One message in a digest.
#[derive(Clone)]
pub struct DigestMessage {
    /// Who wrote it.
    pub author: String,
    /// The message it answers.
    pub quote: Option<DigestQuote>,
    /// What it says, or its beginning, as HTML: already cleaned.
    pub html: String,
    /// The same as plain text.
    pub text: String,
    /// Whether something was left out.
    pub is_cut: bool,
    /// When it was written.
    pub at: Timestamp,
}

/// The message that another answers.
#[derive(Clone)]
pub struct DigestQuote {
    /// Who wrote it; none where that is the reader.
    pub author: Option<String>,
    /// Its first words.
    pub words: String,
}

#[derive(Template)]
#[template(path = "digest.html")]
struct Html<'a> {
    texts: Texts,
    times: &'a Times,
    subject: &'a str,
    letter: &'a Digest,
}

#[derive(Template)]
#[template(path = "digest.txt")]
struct Text<'a> {
    texts: Texts,
    times: &'a Times,
    letter: &'a Digest,
}

impl Digest {
    /// The letter to a reader of these times.
    #[must_use]
    pub fn write(&self, times: &Times) -> Written {
        let (letter, texts) = (self, times.texts());
        let subject = self.subject(texts);
        Written::new(&subject, &Text { texts, times, letter }, &Html { texts, times, subject: &subject, letter })
    }

    /// The one person that all of it is of, if that is certain.
    #[must_use]
    pub fn only_writer(&self) -> Option<String> {
        let is_whole = |conversation: &DigestConversation| !conversation.names_authors || conversation.more == 0;
        let of = |conversation: &DigestConversation| {
            let authors = conversation.lines.iter().map(|line| line.author.clone());
            conversation.writers.iter().cloned().chain(authors).collect()
        };
        match &self.distinct(of)[..] {
            [one] if self.conversations.iter().all(is_whole) => Some(one.name.clone()),
            _ => None,
        }
    }

    /// Names whoever wrote, and the title where it is about one conversation; where nobody wrote, whoever accepted.
    fn subject(&self, texts: Texts) -> String {
        if let [DigestConversation { title: Title::Named(title), writers, .. }] = &self.conversations[..]
            && let Some(first) = writers.first()
        {
            let names = self.writers();
            let filled = texts.fill("mail-digest-subject-titled").with("name", first.name.as_str());
            return filled.with("others", names.len().saturating_sub(1)).with("title", title.as_str()).to_string();
        }
        let (key, names) = match self.news() {
            News::Written => ("mail-digest-subject", self.writers()),
            News::Accepted => ("mail-digest-subject-accepted", self.accepted()),
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

    fn is_one(&self) -> bool {
        self.conversations.len() == 1
    }

    /// Whether each conversation begins with its title: where the first lines do not say which one it is.
    fn has_heads(&self) -> bool {
        let is_plain = |only: &DigestConversation| !only.names_authors || matches!(only.title, Title::Named(_));
        !(self.is_one() && self.conversations.iter().all(is_plain))
    }

    /// Which message another answers.
    fn quoted(&self, texts: &Texts, quote: &DigestQuote) -> Words {
        let filled = match &quote.author {
            Some(author) => texts.fill("mail-digest-in-reply-to").with("name", name(author)),
            None => texts.fill("mail-digest-in-reply-to-you"),
        };
        Words::new(*texts, filled.with("words", name(&quote.words)))
    }

    fn greeting(&self, texts: &Texts) -> Words {
        greeting(*texts, &self.to_name)
    }

    fn stop(&self, texts: &Texts) -> Words {
        stop(*texts, &self.community_name)
    }

    /// That an answer reaches nobody, and what to do instead.
    fn where_to_answer(&self, texts: &Texts) -> Words {
        let only = match &self.conversations[..] {
            [DigestConversation { title: Title::People { first, more: 0 }, .. }] => {
                first.first().filter(|_| first.len() == 1)
            }
            _ => None,
        };
        let Some(only) = only else {
            return Words::new(*texts, texts.fill("mail-digest-where").with("count", self.conversations.len()));
        };
        let key = if self.news() == News::Written { "mail-invitation-where" } else { "mail-digest-where-to-write" };
        Words::new(*texts, texts.fill(key).with("name", name(&only.name)))
    }

    /// Who wrote, or what else there is to tell.
    fn what(&self, texts: &Texts) -> Words {
        let first_names = |people: &[NamedPerson]| {
            let names: Vec<String> = people.iter().take(3).map(|person| name(person.first_name())).collect();
            texts.names(&names, people.len().saturating_sub(names.len()))
        };
        match (self.news(), &self.conversations[..]) {
            (News::Written, [DigestConversation { title: Title::Named(title), writers, .. }])
                if !writers.is_empty() =>
            {
                let filled = texts.fill("mail-digest-what-titled").with("names", first_names(&self.writers()));
                Words::new(*texts, filled.with("title", name(title)))
            }
            (News::Written, _) => {
                Words::new(*texts, texts.fill("mail-digest-what").with("names", first_names(&self.writers())))
            }
            (News::Accepted, _) => match &self.accepted()[..] {
                [one] => Words::new(*texts, texts.fill("mail-digest-accepted").with("name", name(&one.name))),
                several => {
                    let filled = texts.fill("mail-digest-what-accepted").with("names", first_names(several));
                    Words::new(*texts, filled)
                }
            },
            (News::Other, _) => {
                let filled = texts.fill("mail-digest-what-news").with("community", name(&self.community_name));
                Words::new(*texts, filled)
            }
        }
    }

    fn why(&self, texts: &Texts) -> Words {
        let key = match self.news() {
            News::Written => "mail-digest-why",
            News::Accepted => "mail-digest-why-accepted",
            News::Other => "mail-digest-why-news",
        };
        Words::new(*texts, texts.fill(key).with("community", name(&self.community_name)))
    }

    /// What a mail program shows beside the subject: the beginning of what was written.
    fn beginning(&self, times: &Times) -> String {
        let mut messages = self.conversations.iter().flat_map(|conversation| &conversation.messages);
        match messages.next() {
            Some(message) => look::beginning(&message.text),
            None => self.what(&times.texts()).bare(),
        }
    }

    /// What happened in a conversation, but for what the first lines say.
    fn lines(&self, texts: &Texts, conversation: &DigestConversation) -> Vec<Words> {
        let is_said = |line: &Line| self.news() == News::Accepted && line.is_direct && line.is_acceptance_for(self.to);
        let lines = conversation.lines.iter().filter(|line| !is_said(line));
        lines.map(|line| Words::new(*texts, say(texts, line, self.to))).collect()
    }

    fn writers(&self) -> Vec<NamedPerson> {
        self.distinct(|conversation| conversation.writers.clone())
    }

    fn accepted(&self) -> Vec<NamedPerson> {
        self.distinct(|conversation| conversation.accepted_by(self.to))
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
    /// As it stands alone on its line, where nothing can turn.
    fn title(&self, texts: &Texts) -> Words {
        let said = match &self.title {
            Title::Named(title) => title.clone(),
            Title::People { first, more } => match first.as_slice() {
                [one] if *more == 0 => one.name.clone(),
                several => {
                    let names: Vec<_> = several.iter().map(|person| name(person.first_name())).collect();
                    texts.names(&names, *more)
                }
            },
        };
        Words::new(*texts, said)
    }

    fn action(&self, texts: &Texts) -> String {
        texts.get(if self.unread > 0 { "mail-digest-answer" } else { "mail-digest-open" }).into_owned()
    }

    /// When a message was written, and by whom where more than one other can have.
    fn by(&self, message: &DigestMessage, times: &Times) -> Words {
        let when = times.stamp(message.at);
        let said = if self.names_authors { format!("{} · {when}", name(&message.author)) } else { when };
        Words::new(times.texts(), said)
    }

    /// Those whose name is to be compared.
    fn compared(&self, texts: &Texts) -> Vec<Words> {
        self.lookalikes.iter().map(|person| compare(*texts, &person.name, person.handle.as_str())).collect()
    }

    fn accepted_by(&self, reader: PersonId) -> Vec<NamedPerson> {
        let accepted = self.lines.iter().filter(|line| line.is_acceptance_for(reader));
        accepted.map(|line| line.author.clone()).collect()
    }
}

/// What happened, in the reader's words. Away from the conversation more has to be said of what was accepted.
fn say(texts: &Texts, line: &Line, reader: PersonId) -> String {
    if line.is_direct && line.is_acceptance_for(reader) {
        return texts.fill("mail-digest-accepted").with("name", name(&line.author.name)).to_string();
    }
    texts.line(line, reader, name).unwrap_or_default()
}
