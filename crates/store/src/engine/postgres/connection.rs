//! One connection: how it is made, and the transaction that is open on it.

use super::failure::{failure, refused};
use super::location::parse;
use super::tls;
use crate::engine::job::Access;
use crate::engine::literal::Literal;
use crate::error::Error;
use crate::tx::Failure;
use futures_util::future::{join, join_all};
use std::collections::HashMap;
use std::mem::take;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::thread;
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::{Client, Config, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

/// A closure is short; one that is not must not hold up everybody else.
const TIME_LIMITS: &str = "SET statement_timeout = '15s';
    SET lock_timeout = '10s';
    SET idle_in_transaction_session_timeout = '15s'";

/// What makes connections.
#[derive(Clone)]
pub(super) struct Connector {
    config: Config,
    tls: MakeRustlsConnect,
}

impl Connector {
    pub(super) fn new(url: &str) -> Result<Self, Error> {
        let (config, trust) = parse(url)?;
        Ok(Self { config, tls: tls::connector(&trust)? })
    }

    fn open(&self) -> Result<Connection, Error> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Error::Unavailable(format!("no sockets ({})", error.kind())))?;
        let (client, connection) =
            runtime.block_on(self.config.connect(self.tls.clone())).map_err(|error| refused(&error))?;
        // What ends it is told to whoever asks next.
        runtime.spawn(async move { drop(connection.await) });
        let (client, sent) = (Arc::new(client), Vec::new());
        Ok(Connection { runtime, client, statements: HashMap::new(), sent, is_open: false })
    }

    /// Does something at a connection of its own, without time limits. It runs on a
    /// thread of its own too: a thread of an async program must not wait for it.
    pub(super) fn apart<T: Send>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, Error> + Send,
    ) -> Result<T, Error> {
        thread::scope(|scope| scope.spawn(|| work(&mut self.open()?)).join())
            .unwrap_or_else(|_| Err(Error::Fault(String::from("work at PostgreSQL panicked"))))
    }

    /// Connects, for closures.
    pub(super) fn connect(&self) -> Result<Connection, Error> {
        let mut connection = self.open()?;
        connection.run(TIME_LIMITS).map_err(|failure| failure.error)?;
        Ok(connection)
    }
}

/// What was sent, until it is answered.
type Sent = Pin<Box<dyn Future<Output = Result<(), tokio_postgres::Error>> + Send>>;

/// How much may be sent before an answer is waited for.
const MOST_SENT: usize = 128;

/// A connection with the statements it has prepared. Statements are literals of
/// the program, so the number that is kept has an end.
pub(super) struct Connection {
    /// Moves what is sent and received while somebody waits for it, on this thread alone.
    runtime: Runtime,
    client: Arc<Client>,
    pub(super) statements: HashMap<Literal, Statement>,
    /// What goes along with the next that is waited for, in this order.
    sent: Vec<Sent>,
    /// Whether a transaction is open.
    is_open: bool,
}

impl Connection {
    /// Whether it is known to be gone.
    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Waits for an answer of the server, and for what was sent before. What failed first is told.
    pub(super) fn wait<T>(
        &mut self,
        ask: impl AsyncFnOnce(&Client) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T, Failure> {
        let sent = join_all(take(&mut self.sent));
        let (sent, asked) = self.runtime.block_on(join(sent, ask(&self.client)));
        let sent: Result<(), _> = sent.into_iter().collect();
        sent.and(asked).map_err(|error| failure(&error))
    }

    /// Sends something and waits for nothing.
    fn send<F>(&mut self, say: impl FnOnce(Arc<Client>) -> F) -> Result<(), Failure>
    where
        F: Future<Output = Result<(), tokio_postgres::Error>> + Send + 'static,
    {
        if self.sent.len() >= MOST_SENT {
            self.flush()?;
        }
        let mut said: Sent = Box::pin(say(Arc::clone(&self.client)));
        // It is on its way, or has failed before it was, with the first poll: whatever comes later comes after it.
        match said.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => done.map_err(|error| failure(&error)),
            Poll::Pending => {
                self.sent.push(said);
                Ok(())
            }
        }
    }

    /// Waits for everything that was sent.
    pub(super) fn flush(&mut self) -> Result<(), Failure> {
        if self.sent.is_empty() { Ok(()) } else { self.wait(async |_| Ok(())) }
    }

    /// Runs statements that need no values.
    pub(super) fn run(&mut self, statements: &str) -> Result<(), Failure> {
        self.wait(async |client| client.batch_execute(statements).await)
    }

    fn send_control(&mut self, sql: &'static str) -> Result<(), Failure> {
        self.send(move |client| async move { client.batch_execute(sql).await })
    }

    fn begin(&mut self, access: Access) -> Result<(), Failure> {
        if self.is_open {
            return Ok(());
        }
        self.is_open = true;
        self.send_control(match access {
            // Rows are locked by name before they are changed, so this is enough. Whether it may write is left to the
            // server: on one that is read-only the first write is refused, and says why.
            Access::Write => "BEGIN ISOLATION LEVEL READ COMMITTED",
            // One snapshot for all statements.
            Access::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        })
    }

    /// Waits for an answer within a transaction.
    pub(super) fn wait_within<T>(
        &mut self,
        access: Access,
        ask: impl AsyncFnOnce(&Client) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T, Failure> {
        self.begin(access)?;
        self.wait(ask)
    }

    /// Sends something within a transaction.
    pub(super) fn send_within<F>(&mut self, access: Access, say: impl FnOnce(Arc<Client>) -> F) -> Result<(), Failure>
    where
        F: Future<Output = Result<(), tokio_postgres::Error>> + Send + 'static,
    {
        self.begin(access)?;
        self.send(say)
    }

    /// Keeps what the open transaction did. Where something that was sent has failed, the server answers this by
    /// undoing it all.
    pub(super) fn commit(&mut self) -> Result<(), Failure> {
        if self.is_open {
            self.run("COMMIT")?;
            self.is_open = false;
        }
        Ok(())
    }

    /// Ends a transaction that is still open, along with what is asked next. If this fails, so has the connection,
    /// and with it the transaction.
    pub(super) fn end(&mut self) {
        if self.is_open {
            self.is_open = false;
            // What became of it no longer matters, and must not keep this from being sent.
            self.sent.clear();
            drop(self.send_control("ROLLBACK"));
        }
    }

    /// The same, now.
    pub(super) fn settle(&mut self) {
        self.end();
        drop(self.flush());
    }
}
