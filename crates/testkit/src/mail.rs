//! Mail as its reader gets it: read back from the courier's folder by an independent parser.

use mail_parser::{Address, MessageParser};
use std::fs;
use std::path::Path;

/// A mail that arrived.
#[derive(Debug, Clone)]
pub struct ReceivedMail {
    /// Who it is from: `Ana Ruiz (Riverside) <ana.ruiz-4k@mail.riverside.example>`.
    pub from: String,
    /// Whom it is to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text part.
    pub text: String,
    /// Its HTML part.
    pub html: String,
    /// The headers and the envelope, as they came, by name.
    pub headers: Vec<(String, String)>,
}

impl ReceivedMail {
    /// The header with this name, without the white space around it.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(header, _)| header.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim())
    }

    /// Every address of a page in the text, in order.
    #[must_use]
    pub fn links(&self) -> Vec<String> {
        let words = self.text.split_whitespace().map(|word| word.trim_matches(['<', '>', '(', ')', ',']));
        words.filter(|word| word.starts_with("http://") || word.starts_with("https://")).map(str::to_owned).collect()
    }

    /// What follows this path in the first link that leads there: the token of `/m/…`.
    #[must_use]
    #[track_caller]
    pub fn token_after(&self, path: &str) -> String {
        let found = self.links().into_iter().find_map(|link| link.split_once(path).map(|(_, token)| token.to_owned()));
        found.unwrap_or_else(|| panic!("no link to {path} in the mail \"{}\"", self.subject))
    }

    fn parse(raw: &[u8]) -> Self {
        let mail = MessageParser::default().parse(raw).expect("the courier kept a mail");
        Self {
            from: mail.from().map(shown).unwrap_or_default(),
            to: mail.to().map(shown).unwrap_or_default(),
            subject: mail.subject().unwrap_or_default().to_owned(),
            text: mail.body_text(0).unwrap_or_default().replace("\r\n", "\n"),
            html: mail.body_html(0).unwrap_or_default().into_owned(),
            headers: mail.headers_raw().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        }
    }
}

/// Every mail in a folder, in the order they were sent.
pub(crate) fn read_folder(folder: &Path) -> Vec<ReceivedMail> {
    let entries = fs::read_dir(folder).expect("the courier's folder can be read");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|end| end == "eml"));
    paths.iter().map(|path| ReceivedMail::parse(&fs::read(path).expect("a mail can be read"))).collect()
}

fn shown(address: &Address<'_>) -> String {
    let Some(first) = address.first() else { return String::new() };
    match (&first.name, &first.address) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (name, address) => name.iter().chain(address).map(ToString::to_string).collect(),
    }
}
