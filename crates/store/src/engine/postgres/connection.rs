//! One connection: how it is made, and the transaction that is open on it.

use super::failure::{failure, refused};
use super::location::parse;
use super::tls;
use crate::engine::job::Access;
use crate::error::Error;
use crate::tx::Failure;
use futures_util::future::try_join;
use std::collections::HashMap;
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
        Ok(Connection { runtime, client, statements: HashMap::new(), is_open: false })
    }

    /// Does something at a connection of its own, without time limits. It runs on a
    /// thread of its own too: a thread of an async program must not wait for it.
    pub(super) fn apart<T: Send>(&self, work: impl FnOnce(&Connection) -> Result<T, Error> + Send) -> Result<T, Error> {
        thread::scope(|scope| scope.spawn(|| work(&self.open()?)).join())
            .unwrap_or_else(|_| Err(Error::Fault(String::from("work at PostgreSQL panicked"))))
    }

    /// Connects, for closures.
    pub(super) fn connect(&self) -> Result<Connection, Error> {
        let connection = self.open()?;
        connection.run(TIME_LIMITS).map_err(|failure| failure.error)?;
        Ok(connection)
    }
}

/// A connection with the statements it has prepared. Statements are literals of
/// the program, so the number that is kept has an end.
pub(super) struct Connection {
    /// Moves what is sent and received while somebody waits for it, on this thread alone.
    runtime: Runtime,
    client: Client,
    pub(super) statements: HashMap<&'static str, Statement>,
    /// Whether a transaction is open.
    is_open: bool,
}

impl Connection {
    /// Whether it is known to be gone.
    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Waits for an answer of the server.
    pub(super) fn wait<T>(
        &self,
        ask: impl AsyncFnOnce(&Client) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T, Failure> {
        self.runtime.block_on(ask(&self.client)).map_err(|error| failure(&error))
    }

    /// Runs statements that need no values.
    pub(super) fn run(&self, statements: &str) -> Result<(), Failure> {
        self.wait(async |client| client.batch_execute(statements).await)
    }

    /// Waits for an answer within a transaction. What begins one goes along with the first thing
    /// that is asked in it, in one round trip.
    pub(super) fn wait_within<T>(
        &mut self,
        access: Access,
        ask: impl AsyncFnOnce(&Client) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T, Failure> {
        if self.is_open {
            return self.wait(ask);
        }
        self.is_open = true;
        let begin = match access {
            // Rows are locked by name before they are changed, so this is enough.
            Access::Write => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
            // One snapshot for all statements.
            Access::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        // They are sent in the order in which they are first polled, which is this one.
        self.wait(async |client| Ok(try_join(client.batch_execute(begin), ask(client)).await?.1))
    }

    /// Keeps what the open transaction did.
    pub(super) fn commit(&mut self) -> Result<(), Failure> {
        if self.is_open {
            self.run("COMMIT")?;
            self.is_open = false;
        }
        Ok(())
    }

    /// Ends a transaction that is still open. If this fails, so has the connection, and with it the
    /// transaction.
    pub(super) fn settle(&mut self) {
        if self.is_open {
            drop(self.run("ROLLBACK"));
            self.is_open = false;
        }
    }
}
