//! A mail server that carries our mails on: an SMTP client (RFC 5321) of our own.
//!
//! Three things a library would decide for us matter here ([decision 14](../../../docs/decisions/0014-our-own-smtp-client.md)):
//! a reply may be any bytes, and its code decides; each step has its own time limit; and a refusal says at which step
//! it was given, because that tells whose fault it is.
//!
//! Connections are kept and used again, each by one mail at a time.

mod check;
mod connect;
mod content;
mod extensions;
mod fault;
mod login;
mod reply;
mod send;
mod session;
mod settings;
mod time_limits;
mod tls;
mod transfer;
mod wire;

pub use fault::RelayFault;
pub use settings::{Login, RelaySettings, Security};
pub use time_limits::TimeLimits;

use session::Session;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tls::Tls;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// How long a server may take over a good-bye.
const GOOD_BYE: Duration = Duration::from_secs(1);

/// A mail server, and the connections to it.
pub struct SmtpRelay {
    host: String,
    port: u16,
    security: Security,
    /// How the server proves who it is; none only where nothing is encrypted.
    tls: Option<Tls>,
    login: Option<Login>,
    /// The name we greet with, where it is not our network address.
    hello_name: Option<String>,
    limits: TimeLimits,
    /// One for each connection that may be open at once.
    permits: Semaphore,
    /// Connections that wait for the next mail.
    resting: Mutex<Vec<Session>>,
}

impl SmtpRelay {
    fn resting(&self) -> MutexGuard<'_, Vec<Session>> {
        // Whoever panicked while it held the list did not leave it half changed.
        self.resting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes every connection that is at rest.
    pub(crate) async fn rest(&self) {
        let resting = std::mem::take(&mut *self.resting());
        let mut leaving = JoinSet::new();
        for session in resting {
            leaving.spawn(tokio::time::timeout(GOOD_BYE, session.quit()));
        }
        leaving.join_all().await;
    }
}

/// Shows where it is, and not who we are there.
impl std::fmt::Debug for SmtpRelay {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "SmtpRelay({}:{})", self.host, self.port)
    }
}
