//! The one door that mail leaves by.

use crate::{MailFolder, SmtpRelay};
use snug_domain::deliveries::{Rejection, Stage};
use snug_domain::people::EmailAddress;

/// Where mail goes.
pub enum Outlet {
    /// To a mail server, which carries it on.
    Smtp(Box<SmtpRelay>),
    /// Into a folder, for the demo and for tests: nothing leaves the machine.
    Folder(MailFolder),
}

/// One mail, in its envelope.
pub struct Parcel {
    /// Where a bounce goes; empty for a mail that must not bounce.
    pub envelope_from: String,
    /// Whom it goes to: one person.
    pub envelope_to: String,
    /// The mail, with CRLF line ends.
    pub raw: Vec<u8>,
}

/// What became of a mail. The words of a server may name an address, so they are for the eyes of the writer and never
/// for a log.
#[derive(Clone, PartialEq, Eq)]
pub enum Handed {
    /// The server answers for it from now on.
    Taken {
        /// Its words, such as `250 2.0.0 Ok: queued as 4cG2`.
        reply: String,
    },
    /// It was not taken; [`verdict`](snug_domain::deliveries::verdict) says what follows.
    Refused(Rejection),
}

impl Outlet {
    /// Hands over one mail. May be called many times at once; a relay then uses several
    /// connections, as far as its settings allow, and the others wait.
    pub async fn send(&self, parcel: &Parcel) -> Handed {
        if let Err(rejection) = parcel.is_addressed() {
            return Handed::Refused(rejection);
        }
        match self {
            Self::Smtp(relay) => relay.send(parcel).await,
            Self::Folder(folder) => folder.keep(parcel).await,
        }
    }

    /// Says good-bye to the server on every connection that is at rest. A later mail opens a new one.
    pub async fn rest(&self) {
        if let Self::Smtp(relay) = self {
            relay.rest().await;
        }
    }
}

impl Parcel {
    /// Nothing in an address may end the command it stands in. In the words that RFC 3463 gives for it, as any server
    /// would answer.
    fn is_addressed(&self) -> Result<(), Rejection> {
        let refused = |stage, words: &str| Err(Rejection { stage, code: Some(553), words: words.to_owned() });
        if !self.envelope_from.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>".contains(&byte)) {
            return refused(Stage::Sender, "5.1.7 Bad sender's mailbox address syntax");
        }
        match EmailAddress::parse(&self.envelope_to) {
            Ok(address) if address.as_str() == self.envelope_to => Ok(()),
            _ => refused(Stage::Recipient, "5.1.3 Bad destination mailbox address syntax"),
        }
    }
}

/// Shows neither the addresses nor the mail.
impl std::fmt::Debug for Parcel {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Parcel(…)")
    }
}

/// Shows the fate, and none of the words.
impl std::fmt::Debug for Handed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Taken { .. } => formatter.write_str("Taken"),
            Self::Refused(rejection) => rejection.fmt(formatter),
        }
    }
}
