//! Trying a server without a mail.

use super::{GOOD_BYE, SmtpRelay};
use std::time::Duration;
use tokio::time::timeout;

/// How long a server has to greet, encrypt and let us in. Longer than any that works takes.
const PATIENCE: Duration = Duration::from_secs(30);

impl SmtpRelay {
    /// Whether the server can be reached, proves who it is, and lets us in; if not, what it said or what was in the
    /// way. Answers whether it offers SMTPUTF8.
    pub async fn check(&self) -> Result<bool, String> {
        match timeout(PATIENCE, self.connect()).await {
            Ok(Ok(session)) => {
                let offers_utf8 = session.extensions.utf8;
                // It has let us in; a good-bye that goes wrong changes nothing of that.
                let _ = timeout(GOOD_BYE, session.quit()).await;
                Ok(offers_utf8)
            }
            Ok(Err(rejection)) => Err(rejection.reply()),
            Err(_) => Err(String::from("it did not answer in time")),
        }
    }
}
