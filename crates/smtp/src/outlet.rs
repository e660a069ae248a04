//! The one door that mail leaves by.

use crate::{MailFolder, SmtpRelay};
use lettre::Address;
use lettre::address::Envelope;
use snug_domain::people::EmailAddress;

/// Where mail goes.
pub enum Outlet {
    /// To a mail server, which carries it on.
    Smtp(SmtpRelay),
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

/// What became of a mail, with the server's own words. They may name an address, so they are for
/// the eyes of the writer and never for a log.
#[derive(Clone, PartialEq, Eq)]
pub enum Handed {
    /// The server answers for it from now on.
    Taken {
        /// Its words, such as `250 2.0.0 Ok: queued as 4cG2`.
        reply: String,
    },
    /// Not now: to be tried again.
    Later {
        /// The server's words, or what was in the way.
        reply: String,
    },
    /// Not to this address, however often it is tried.
    Never {
        /// The server's words.
        reply: String,
    },
}

impl Outlet {
    /// Hands over one mail. May be called many times at once; a relay then uses several
    /// connections, as far as its settings allow, and the others wait.
    pub async fn send(&self, parcel: &Parcel) -> Handed {
        // In the words that RFC 3463 gives for it, as any server would answer.
        let bad_address = || Handed::Never { reply: String::from("553 5.1.3 Bad destination mailbox address syntax") };
        match self {
            Self::Smtp(relay) => match parcel.envelope() {
                Some(envelope) => relay.send(&envelope, &parcel.raw).await,
                None => bad_address(),
            },
            Self::Folder(folder) => match EmailAddress::parse(&parcel.envelope_to) {
                Ok(_) => folder.keep(parcel).await,
                Err(_) => bad_address(),
            },
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
    fn envelope(&self) -> Option<Envelope> {
        let from: Option<Address> = match self.envelope_from.as_str() {
            "" => None,
            from => Some(from.parse().ok()?),
        };
        Envelope::new(from, vec![self.envelope_to.parse().ok()?]).ok()
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
        formatter.write_str(match self {
            Self::Taken { .. } => "Taken",
            Self::Later { .. } => "Later",
            Self::Never { .. } => "Never",
        })
    }
}
