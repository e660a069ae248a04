//! A mail server that carries our mails on.
//!
//! Connections are kept and used again, each by one mail at a time. What fails before the server
//! has heard of the mail (no answer, no TLS, a refused password) is our trouble, not the
//! recipient's: the mail waits. That is why the connections are kept here and not by lettre's own
//! pool, which does not tell at which step a server said no.

mod connect;
mod fault;
mod reply;
mod send;
mod settings;

pub use fault::RelayFault;
pub use settings::{Login, RelaySettings, Security};

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;

/// A mail server, and the connections to it.
pub struct SmtpRelay {
    host: String,
    port: u16,
    security: Security,
    /// How the server proves who it is; none only where nothing is encrypted.
    tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
    hello_name: ClientId,
    timeout: Duration,
    /// One for each connection that may be open at once.
    permits: Semaphore,
    /// Connections that wait for the next mail.
    resting: Mutex<Vec<AsyncSmtpConnection>>,
}

impl SmtpRelay {
    fn resting(&self) -> MutexGuard<'_, Vec<AsyncSmtpConnection>> {
        // Whoever panicked while it held the list did not leave it half changed.
        self.resting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes every connection that is at rest.
    pub(crate) async fn rest(&self) {
        let resting = std::mem::take(&mut *self.resting());
        for mut connection in resting {
            // A server that does not answer a good-bye is not worth waiting for.
            let _ = tokio::time::timeout(Duration::from_secs(1), connection.abort()).await;
        }
    }
}

/// Shows where it is, and not who we are there.
impl std::fmt::Debug for SmtpRelay {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "SmtpRelay({}:{})", self.host, self.port)
    }
}
