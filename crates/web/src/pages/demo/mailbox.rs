use crate::views::{MailEntry, Moment};
use mail_parser::{Address, MessageParser};
use snug_domain::Timestamp;
use snug_texts::Times;
use std::path::{Path, PathBuf};

/// Mails shown.
const NEWEST: usize = 200;

/// The folder that the demo's mails are put into.
pub(super) struct Mailbox {
    folder: PathBuf,
    times: Times,
}

/// A mail as it went out.
pub(super) struct Mail {
    pub entry: MailEntry,
    pub html: String,
    pub text: String,
    pub source: String,
}

impl Mailbox {
    pub(super) fn of(folder: &Path, times: Times) -> Self {
        Self { folder: folder.to_owned(), times }
    }

    /// The newest mails, the newest first.
    pub(super) async fn list(self) -> Vec<MailEntry> {
        let listed = tokio::task::spawn_blocking(move || {
            let mut names: Vec<String> = std::fs::read_dir(&self.folder)
                .into_iter()
                .flatten()
                .filter_map(|file| file.ok()?.file_name().into_string().ok())
                .filter(|name| is_name(name))
                .collect();
            names.sort_unstable_by(|one, other| other.cmp(one));
            names.truncate(NEWEST);
            names.iter().filter_map(|name| self.read(name)).map(|mail| mail.entry).collect()
        });
        listed.await.unwrap_or_default()
    }

    /// The mail of this name.
    pub(super) async fn find(self, name: String) -> Option<Mail> {
        tokio::task::spawn_blocking(move || self.read(&name)).await.ok().flatten()
    }

    fn read(&self, name: &str) -> Option<Mail> {
        let raw = is_name(name).then(|| std::fs::read(self.folder.join(name)).ok()).flatten()?;
        let message = MessageParser::default().parse(&raw)?;
        let sent = message.date().map_or(0, |date| date.to_timestamp() * 1_000);
        Some(Mail {
            entry: MailEntry {
                name: name.to_owned(),
                from: shown(message.from()),
                to: shown(message.to()),
                subject: message.subject().unwrap_or_default().to_owned(),
                sent: Moment::new(&self.times, Timestamp(sent)),
            },
            html: message.body_html(0).unwrap_or_default().into_owned(),
            text: message.body_text(0).unwrap_or_default().into_owned(),
            source: String::from_utf8_lossy(&raw).into_owned(),
        })
    }
}

/// Whether this is the name of a file that a mail was put into: no path, nothing else.
fn is_name(name: &str) -> bool {
    name.strip_suffix(".eml")
        .is_some_and(|stem| !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn shown(address: Option<&Address<'_>>) -> String {
    let Some(first) = address.and_then(Address::first) else { return String::new() };
    match (first.name(), first.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (_, address) => address.unwrap_or_default().to_owned(),
    }
}
