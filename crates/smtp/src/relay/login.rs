//! Logging in. Both ways send the password as it is, hence only ever inside TLS or to this machine, which
//! [`SmtpRelay::new`](super::SmtpRelay::new) sees to.

use super::Login;
use super::reply::{Reply, without_code};
use super::session::Session;
use data_encoding::BASE64;
use snug_domain::deliveries::{Rejection, Stage};

/// The server wants to hear more.
const GO_ON: u16 = 334;
/// This way is not for us (RFC 4954, section 4).
const NO_SUCH_WAY: [u16; 2] = [504, 534];

impl Session {
    /// Logs in by PLAIN, or else by LOGIN.
    pub(super) async fn log_in(&mut self, login: &Login) -> Result<(), Rejection> {
        let mut refused = without_code(Stage::Login, "The mail server offers no login by PLAIN or LOGIN");
        if self.extensions.plain {
            let reply = self.plain(login).await?;
            if reply.is_positive() {
                return Ok(());
            }
            refused = reply.rejects(Stage::Login);
            if !NO_SUCH_WAY.contains(&reply.code) {
                return Err(refused);
            }
        }
        if self.extensions.login {
            let reply = self.login(login).await?;
            return if reply.is_positive() { Ok(()) } else { Err(reply.rejects(Stage::Login)) };
        }
        Err(refused)
    }

    /// RFC 4616.
    async fn plain(&mut self, login: &Login) -> Result<Reply, Rejection> {
        let credentials = BASE64.encode(format!("\0{}\0{}", login.user, login.password).as_bytes());
        let reply = self.say(Stage::Login, &format!("AUTH PLAIN {credentials}")).await?;
        match reply.code {
            GO_ON => self.say(Stage::Login, &credentials).await,
            _ => Ok(reply),
        }
    }

    async fn login(&mut self, login: &Login) -> Result<Reply, Rejection> {
        let mut reply = self.say(Stage::Login, "AUTH LOGIN").await?;
        for answer in [&login.user, &login.password] {
            if reply.code != GO_ON {
                break;
            }
            reply = self.say(Stage::Login, &BASE64.encode(answer.as_bytes())).await?;
        }
        Ok(reply)
    }
}
