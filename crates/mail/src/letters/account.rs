//! The shape that the mails about one's account share: what happened, one thing to do, and what
//! to do if it was somebody else.

use super::words::{Words, name};
use super::{Written, greeting};
use askama::Template;
use snug_domain::{Span, Timestamp};
use snug_texts::{Texts, Times};

/// One mail about an account.
pub(super) struct Account<'a> {
    pub(super) texts: Texts,
    /// Whom it goes to; `None` where the name would be what a stranger typed.
    pub(super) to_name: Option<&'a str>,
    /// What it is about, in one line.
    pub(super) subject: Words,
    /// What happened, and who asked.
    pub(super) what: Words,
    /// What the link does.
    pub(super) action: &'a str,
    /// Where the link leads.
    pub(super) url: &'a str,
    /// What else there is to know, a paragraph each.
    pub(super) notes: Vec<Words>,
    /// A second link for who needs another one, with its words.
    pub(super) aside: Option<(&'a str, &'a str)>,
}

#[derive(Template)]
#[template(path = "account.html")]
struct Html<'a> {
    texts: Texts,
    subject: &'a str,
    greeting: &'a Words,
    what: &'a Words,
    action: &'a str,
    url: &'a str,
    notes: &'a [Words],
    aside: Option<(&'a str, &'a str)>,
}

#[derive(Template)]
#[template(path = "account.txt")]
struct Text<'a> {
    texts: Texts,
    greeting: &'a Words,
    what: &'a Words,
    action: &'a str,
    url: &'a str,
    notes: &'a [Words],
    aside: Option<(&'a str, &'a str)>,
}

impl Account<'_> {
    pub(super) fn write(&self) -> Written {
        let Self { texts, subject, what, action, url, notes, aside, .. } = self;
        let (texts, aside) = (*texts, *aside);
        let subject = &subject.bare();
        let greeting = match self.to_name {
            Some(name) => greeting(texts, name),
            None => Words::new(texts, texts.get("mail-greeting-nameless")),
        };
        let text = Text { texts, greeting: &greeting, what, action, url, notes, aside };
        let html = Html { texts, subject, greeting: &greeting, what, action, url, notes, aside };
        Written::new(subject, &text, &html)
    }
}

/// A text about a community.
pub(super) fn about(texts: Texts, key: &str, community_name: &str) -> Words {
    Words::new(texts, texts.fill(key).with("community", name(community_name)))
}

/// A text that stands alone.
pub(super) fn plain(texts: Texts, key: &str) -> Words {
    Words::new(texts, texts.get(key))
}

/// When something was asked for, and with which browser, as far as that is known.
pub(super) fn asked(times: &Times, at: Timestamp, user_agent: Option<&str>) -> Words {
    let texts = times.texts();
    let when = times.long(at);
    match user_agent.and_then(|user_agent| texts.browser(user_agent)) {
        Some(browser) => Words::new(texts, texts.fill("mail-asked-with").with("when", when).with("browser", browser)),
        None => Words::new(texts, texts.fill("mail-asked").with("when", when)),
    }
}

/// How long a link works: in minutes under two hours, in hours under two days, then in days.
pub(super) fn works_for(texts: Texts, span: Span) -> Words {
    let minutes = span.0 / Span::minutes(1).0;
    let (key, count) = match minutes {
        ..120 => ("mail-link-works-minutes", minutes),
        120..2_880 => ("mail-link-works-hours", minutes / 60),
        _ => ("mail-link-works-days", minutes / 1_440),
    };
    Words::new(texts, texts.fill(key).with("count", count))
}
