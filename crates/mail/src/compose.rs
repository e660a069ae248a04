//! A letter, put into the bytes that a mail server takes (RFC 5322, MIME).
//!
//! Nothing a person wrote can add a header; no line is longer than RFC 5322 allows; the same
//! letter always gives the same bytes.

use crate::dkim::{DkimKey, KeyFault};
use crate::mailbox::Mailbox;
use crate::one_line::{one_line, one_word};
use data_encoding::HEXLOWER;
use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::headers::url::URL;
use mail_builder::mime::MimePart;
use ring::digest::{SHA256, digest};
use snug_domain::Timestamp;
use snug_domain::people::Language;

/// One mail to one person, before it is bytes.
pub struct Letter {
    /// Who it comes from, by a stable address, so that filters and address books work on it.
    pub from: Mailbox,
    /// Whom it goes to: one person, so that no address leaks to another.
    pub to: Mailbox,
    /// Where an answer goes, if not to `from`.
    pub reply_to: Option<Mailbox>,
    /// What it is about, in one line.
    pub subject: String,
    /// Its name for ever, as [`message_id`](crate::message_id) makes it.
    pub message_id: String,
    /// The mail it answers.
    pub in_reply_to: Option<String>,
    /// The mails before it, from the first to the one it answers.
    pub references: Vec<String>,
    /// When it was written.
    pub date: Timestamp,
    /// The address that one click of the mail program posts to (RFC 8058).
    pub list_unsubscribe: Option<String>,
    /// Whether a program wrote it, so that no program answers; not for what a person wrote.
    pub auto_generated: bool,
    /// What it says, as plain text.
    pub text: String,
    /// What it says, as HTML.
    pub html: String,
    /// The language our own words in it are in.
    pub language: Language,
}

/// The bytes of a letter, signed if there is a key.
pub fn compose(letter: &Letter, key: Option<&DkimKey>) -> Result<Vec<u8>, KeyFault> {
    let mut mail = Vec::new();
    headers(letter).body(body(letter)).serialize(&mut mail);
    let Some(key) = key else { return Ok(mail) };
    let mut signed = key.sign(&mail, letter.date)?;
    signed.append(&mut mail);
    Ok(signed)
}

fn headers(letter: &Letter) -> MessageBuilder<'_> {
    let mut headers = MessageBuilder::new()
        .header("Date", Date::new(letter.date.0.div_euclid(1_000)))
        .header("From", letter.from.header())
        .header("To", letter.to.header());
    if let Some(reply_to) = &letter.reply_to {
        headers = headers.header("Reply-To", reply_to.header());
    }
    headers = headers
        .header("Subject", Text::new(one_line(&letter.subject)))
        .header("Message-ID", MessageId::new(one_word(&letter.message_id)));
    if let Some(parent) = &letter.in_reply_to {
        headers = headers.header("In-Reply-To", MessageId::new(one_word(parent)));
    }
    if !letter.references.is_empty() {
        let references = letter.references.iter().map(|reference| one_word(reference));
        headers = headers.header("References", MessageId::new_list(references));
    }
    if let Some(url) = &letter.list_unsubscribe {
        headers = headers
            .header("List-Unsubscribe", URL::new(one_word(url)))
            .header("List-Unsubscribe-Post", Raw::new("List-Unsubscribe=One-Click"));
    }
    if letter.auto_generated {
        headers = headers.header("Auto-Submitted", Raw::new("auto-generated"));
    }
    headers
        // Understood by Exchange, which knows no Auto-Submitted: no absence notes, no receipts.
        .header("X-Auto-Response-Suppress", Raw::new("All"))
        .header("Content-Language", Raw::new(letter.language.tag()))
}

fn body(letter: &Letter) -> MimePart<'_> {
    // Derived from the Message-ID, not from the clock: a letter composed again is the same bytes.
    let name = digest(&SHA256, letter.message_id.as_bytes());
    let boundary: String = HEXLOWER.encode(name.as_ref()).chars().take(32).collect();
    let parts =
        vec![MimePart::new("text/plain", printable(&letter.text)), MimePart::new("text/html", printable(&letter.html))];
    MimePart::new(ContentType::new("multipart/alternative").attribute("boundary", format!("={boundary}")), parts)
}

/// Without control characters, which mail servers refuse or cut at, and with one kind of line end.
fn printable(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|character| matches!(character, '\n' | '\t') || !character.is_control())
        .collect()
}
