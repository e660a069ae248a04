//! Handing over one mail.

use super::SmtpRelay;
use super::reply::{words, words_of_fault};
use crate::Handed;
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use tokio::time::timeout;

impl SmtpRelay {
    /// Hands over one mail, and waits for what the server says.
    ///
    /// Where the answer is lost on the way, the mail may have been taken, and is tried again all
    /// the same: twice is better than never, and both have one Message-ID.
    pub(crate) async fn send(&self, envelope: &Envelope, raw: &[u8]) -> Handed {
        let Ok(_permit) = self.permits.acquire().await else {
            return later("The mail server is not used any more");
        };
        let mut connection = match timeout(self.timeout, self.connection()).await {
            Ok(Ok(connection)) => connection,
            Ok(Err(fault)) => return Handed::Later { reply: words_of_fault(&fault) },
            Err(_) => return later("The mail server did not answer in time"),
        };
        match timeout(self.timeout, connection.send(envelope, raw)).await {
            Ok(Ok(response)) => {
                self.resting().push(connection);
                Handed::Taken { reply: words(&response) }
            }
            Ok(Err(fault)) => refused(&fault),
            Err(_) => later("The mail server did not answer in time"),
        }
    }
}

fn refused(fault: &Error) -> Handed {
    let reply = words_of_fault(fault);
    if (fault.is_permanent() && !is_about_us(fault, &reply)) || fault.is_client() {
        // The client itself refuses where an address has letters that the server cannot carry.
        Handed::Never { reply }
    } else {
        Handed::Later { reply }
    }
}

/// Whether a refusal says nothing of the recipient, but that the server does not want this sender:
/// another login than ours (RFC 4954, section 6), no such sender, or no leave to relay (RFC 3463,
/// X.1.7, X.1.8 and X.7.1). An operator can mend that, and then the mail goes.
fn is_about_us(fault: &Error, reply: &str) -> bool {
    let wants_login = fault.status().is_some_and(|code| matches!(u16::from(code), 530 | 534 | 535 | 538));
    let enhanced = reply.split_whitespace().nth(1);
    wants_login || enhanced.is_some_and(|code| matches!(code, "5.1.7" | "5.1.8" | "5.7.1"))
}

fn later(reply: &str) -> Handed {
    Handed::Later { reply: reply.to_owned() }
}
