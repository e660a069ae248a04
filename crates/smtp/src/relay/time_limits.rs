use std::time::Duration;

/// How long each step may take, from the first byte we send to the last of the answer.
#[derive(Debug, Clone, Copy)]
pub struct TimeLimits {
    /// To open a connection, and for the handshake of TLS.
    pub connect: Duration,
    /// For the server's greeting.
    pub greeting: Duration,
    /// For EHLO, STARTTLS, AUTH and RSET.
    pub command: Duration,
    /// For MAIL FROM, and for RCPT TO.
    pub envelope: Duration,
    /// For DATA, before the mail.
    pub data: Duration,
    /// For each block of the mail.
    pub block: Duration,
    /// For what the server says after the end of the mail. Many servers scan it first; one that is not waited for
    /// keeps what it took, and gets it again.
    pub end: Duration,
}

impl TimeLimits {
    /// Those of RFC 5321, section 4.5.3.2; only the network's part is for the operator to choose.
    #[must_use]
    pub const fn rfc5321(connect: Duration) -> Self {
        Self {
            connect,
            greeting: Duration::from_mins(5),
            command: Duration::from_mins(5),
            envelope: Duration::from_mins(5),
            data: Duration::from_mins(2),
            block: Duration::from_mins(3),
            end: Duration::from_mins(10),
        }
    }
}
