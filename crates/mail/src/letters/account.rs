//! The shape that the mails about one's account share: what happened, one thing to do, and what
//! to do if it was somebody else.

use super::{Written, isolated};
use askama::Template;
use snug_domain::Span;
use snug_texts::Texts;

/// One mail about an account.
pub(super) struct Account<'a> {
    pub(super) texts: Texts,
    /// Whom it goes to; `None` where the name would be what a stranger typed.
    pub(super) to_name: Option<&'a str>,
    /// What it is about, in one line.
    pub(super) subject: String,
    /// What happened, and who asked.
    pub(super) what: String,
    /// What the link does.
    pub(super) action: &'a str,
    /// Where the link leads.
    pub(super) url: &'a str,
    /// What else there is to know, a paragraph each.
    pub(super) notes: Vec<String>,
    /// A second link for who needs another one, with its words.
    pub(super) aside: Option<(&'a str, &'a str)>,
}

#[derive(Template)]
#[template(path = "account.html")]
struct Html<'a> {
    texts: Texts,
    subject: &'a str,
    greeting: &'a str,
    what: &'a str,
    action: &'a str,
    url: &'a str,
    notes: &'a [String],
    aside: Option<(&'a str, &'a str)>,
}

#[derive(Template)]
#[template(path = "account.txt")]
struct Text<'a> {
    texts: Texts,
    greeting: &'a str,
    what: &'a str,
    action: &'a str,
    url: &'a str,
    notes: &'a [String],
    aside: Option<(&'a str, &'a str)>,
}

impl Account<'_> {
    pub(super) fn write(&self) -> Written {
        let Self { texts, subject, what, action, url, notes, aside, .. } = self;
        let (texts, aside) = (*texts, *aside);
        let greeting = match self.to_name {
            Some(name) => texts.fill("mail-greeting").with("name", isolated(texts, name)).to_string(),
            None => texts.get("mail-greeting-nameless").into_owned(),
        };
        let text = Text { texts, greeting: &greeting, what, action, url, notes, aside };
        let html = Html { texts, subject, greeting: &greeting, what, action, url, notes, aside };
        Written::new(subject, &text, &html)
    }
}

/// How long a link works: in minutes under two hours, in hours under two days, then in days.
pub(super) fn works_for(texts: Texts, span: Span) -> String {
    let minutes = span.0 / Span::minutes(1).0;
    let (key, count) = match minutes {
        ..120 => ("mail-link-works-minutes", minutes),
        120..2_880 => ("mail-link-works-hours", minutes / 60),
        _ => ("mail-link-works-days", minutes / 1_440),
    };
    texts.fill(key).with("count", count).to_string()
}
