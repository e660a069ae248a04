//! One connection: how it is made and begun with.

use super::failure::{failure, refused};
use super::location::parse;
use super::tls;
use crate::engine::job::Access;
use crate::error::Error;
use crate::tx::Failure;
use postgres::{Client, Config, IsolationLevel, Statement, Transaction};
use std::collections::HashMap;
use std::thread;
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

    fn client(&self) -> Result<Client, Error> {
        self.config.connect(self.tls.clone()).map_err(|error| refused(&error))
    }

    /// Does something at a connection of its own, without time limits. It runs on a
    /// thread of its own too: the driver brings its own executor, which cannot run
    /// on a thread of an async program.
    pub(super) fn apart<T: Send>(&self, work: impl FnOnce(&mut Client) -> Result<T, Error> + Send) -> Result<T, Error> {
        thread::scope(|scope| scope.spawn(|| work(&mut self.client()?)).join())
            .unwrap_or_else(|_| Err(Error::Fault(String::from("work at PostgreSQL panicked"))))
    }

    /// Connects, for closures.
    pub(super) fn connect(&self) -> Result<Connection, Error> {
        let mut client = self.client()?;
        client.batch_execute(TIME_LIMITS).map_err(|error| refused(&error))?;
        Ok(Connection { client, statements: HashMap::new() })
    }
}

/// A connection with the statements it has prepared. Statements are literals of
/// the program, so the number that is kept has an end.
pub(super) struct Connection {
    client: Client,
    statements: HashMap<&'static str, Statement>,
}

impl Connection {
    /// Begins a transaction, and lends the prepared statements to it.
    pub(super) fn begin(
        &mut self,
        access: Access,
    ) -> Result<(Transaction<'_>, &mut HashMap<&'static str, Statement>), Failure> {
        let builder = self.client.build_transaction();
        let builder = match access {
            // Rows are locked by name before they are changed, so this is enough.
            Access::Write => builder.isolation_level(IsolationLevel::ReadCommitted).read_only(false),
            // One snapshot for all statements.
            Access::Read => builder.isolation_level(IsolationLevel::RepeatableRead).read_only(true),
        };
        let transaction = builder.start().map_err(|error| failure(&error))?;
        Ok((transaction, &mut self.statements))
    }

    /// Whether it is known to be gone.
    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }
}
