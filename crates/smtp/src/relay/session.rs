//! A connection on which mail can be handed over.

use super::TimeLimits;
use super::extensions::Extensions;
use super::reply::Reply;
use super::wire::Wire;
use snug_domain::deliveries::{Rejection, Stage};
use std::time::Duration;

/// A connection, and what the server on it can do.
pub(super) struct Session {
    pub(super) wire: Wire,
    pub(super) extensions: Extensions,
    /// The name we greet with.
    hello_name: String,
    pub(super) limits: TimeLimits,
}

impl Session {
    /// Hears the greeting of a server.
    pub(super) async fn greeted(mut wire: Wire, hello_name: String, limits: TimeLimits) -> Result<Self, Rejection> {
        let greeting = wire.reply(Stage::Greeting, limits.greeting).await?;
        if greeting.code != 220 || !greeting.is_whole {
            return Err(greeting.rejects(Stage::Greeting));
        }
        Ok(Self { wire, extensions: Extensions::default(), hello_name, limits })
    }

    /// Greets the server and learns what it can do. A server of old that knows no EHLO is greeted with HELO.
    pub(super) async fn hello(&mut self, may_be_old: bool) -> Result<(), Rejection> {
        let reply = self.say(Stage::Hello, &format!("EHLO {}", self.hello_name)).await?;
        if reply.is_positive() {
            self.extensions = Extensions::of(&reply);
            return Ok(());
        }
        self.extensions = Extensions::default();
        if !may_be_old || !matches!(reply.code, 500..=504 | 550) {
            return Err(reply.rejects(Stage::Hello));
        }
        let reply = self.say(Stage::Hello, &format!("HELO {}", self.hello_name)).await?;
        if reply.is_positive() { Ok(()) } else { Err(reply.rejects(Stage::Hello)) }
    }

    /// Says one line of what comes before a mail.
    pub(super) async fn say(&mut self, stage: Stage, line: &str) -> Result<Reply, Rejection> {
        let reply = self.wire.command(stage, line, self.limits.command).await?;
        if reply.is_whole || reply.code >= 400 { Ok(reply) } else { Err(reply.without_end(stage)) }
    }

    /// Whether it still lives, and is ready for the next mail. One that a firewall forgot never answers at all.
    pub(super) async fn is_ready(&mut self, limit: Duration) -> bool {
        let reply = self.wire.command(Stage::Connection, "RSET", limit).await;
        reply.is_ok_and(|reply| reply.is_positive() && reply.is_whole)
    }

    /// Says good-bye.
    pub(super) async fn quit(mut self) {
        // A server that does not answer a good-bye is not worth waiting for.
        let _ = self.say(Stage::Connection, "QUIT").await;
    }
}
