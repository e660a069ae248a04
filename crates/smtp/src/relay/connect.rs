//! Getting a connection that is encrypted and logged in.

use super::{Security, SmtpRelay};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use std::time::Duration;
use tokio::time::timeout;

/// How long a connection at rest has to say that it still lives. One that a firewall forgot never
/// answers at all.
const SIGN_OF_LIFE: Duration = Duration::from_secs(5);

/// Tried in this order. Both send the password as it is, hence only ever inside TLS or to
/// this machine.
const MECHANISMS: [Mechanism; 2] = [Mechanism::Plain, Mechanism::Login];

impl SmtpRelay {
    /// A connection that is ready for a mail: one at rest that still lives, or a new one.
    pub(super) async fn connection(&self) -> Result<AsyncSmtpConnection, Error> {
        while let Some(mut connection) = self.take_resting() {
            if timeout(SIGN_OF_LIFE, connection.test_connected()).await == Ok(true) {
                return Ok(connection);
            }
        }
        self.connect().await
    }

    fn take_resting(&self) -> Option<AsyncSmtpConnection> {
        self.resting().pop()
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let from_the_start = self.tls.clone().filter(|_| self.security == Security::Tls);
        let server = (self.host.as_str(), self.port);
        let waits = Some(self.timeout);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, waits, &self.hello_name, from_the_start, None).await?;
        if let Some(tls) = self.tls.clone().filter(|_| self.security == Security::StartTls) {
            connection.starttls(tls, &self.hello_name).await?;
        }
        if let Some(credentials) = &self.credentials
            && let Err(fault) = connection.auth(&MECHANISMS, credentials).await
        {
            connection.abort().await;
            return Err(fault);
        }
        Ok(connection)
    }
}
