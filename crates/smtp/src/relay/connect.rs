//! Getting a connection that is encrypted and logged in.

use super::reply::without_code;
use super::session::Session;
use super::wire::Wire;
use super::{GOOD_BYE, Security, SmtpRelay};
use snug_domain::deliveries::{Rejection, Stage};
use std::net::IpAddr;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long a connection at rest has to say that it still lives.
const SIGN_OF_LIFE: Duration = Duration::from_secs(5);

impl SmtpRelay {
    /// A connection at rest that still lives, if there is one.
    pub(super) async fn rested(&self) -> Option<Session> {
        while let Some(mut session) = self.take_resting() {
            if session.is_ready(SIGN_OF_LIFE).await {
                return Some(session);
            }
        }
        None
    }

    fn take_resting(&self) -> Option<Session> {
        self.resting().pop()
    }

    /// A new connection that is ready for a mail.
    pub(super) async fn connect(&self) -> Result<Session, Rejection> {
        let opened = timeout(self.limits.connect, TcpStream::connect((self.host.as_str(), self.port))).await;
        let fails = |words: &str| without_code(Stage::Connection, words);
        let stream = match opened {
            Ok(Ok(stream)) => stream,
            Ok(Err(fault)) => return Err(fails(&format!("The mail server cannot be reached: {fault}"))),
            Err(_) => return Err(fails("The mail server did not answer in time")),
        };
        let hello_name = self.hello_name.clone().unwrap_or_else(|| literal(&stream));
        let mut wire = Wire::in_the_clear(stream);
        if let (Security::Tls, Some(tls)) = (self.security, &self.tls) {
            wire = wire.encrypted(tls, self.limits.connect).await?;
        }
        let session = Session::greeted(wire, hello_name, self.limits).await?;
        self.prepare(session).await
    }

    async fn prepare(&self, mut session: Session) -> Result<Session, Rejection> {
        let may_be_old = self.security != Security::StartTls && self.login.is_none();
        session.hello(may_be_old).await?;
        if let (Security::StartTls, Some(tls)) = (self.security, &self.tls) {
            if !session.extensions.start_tls {
                let _ = timeout(GOOD_BYE, session.quit()).await;
                return Err(without_code(Stage::Encryption, "The mail server offers no STARTTLS"));
            }
            let reply = session.say(Stage::Encryption, "STARTTLS").await?;
            if reply.code != 220 {
                return Err(reply.rejects(Stage::Encryption));
            }
            session.wire = session.wire.encrypted(tls, self.limits.connect).await?;
            // What was said before may have been said by anybody.
            session.hello(false).await?;
        }
        if let Some(login) = &self.login {
            session.log_in(login).await?;
        }
        Ok(session)
    }
}

/// Our network address as a name (RFC 5321, section 4.1.3).
fn literal(stream: &TcpStream) -> String {
    match stream.local_addr().map(|address| address.ip().to_canonical()) {
        Ok(IpAddr::V4(address)) => format!("[{address}]"),
        Ok(IpAddr::V6(address)) => format!("[IPv6:{address}]"),
        Err(_) => String::from("[127.0.0.1]"),
    }
}
