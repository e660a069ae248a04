//! What closures say to a database, word for word, for a bench that says the same without them.

use crate::bind::{Bind, Parameter};
use crate::database::Database;
use crate::dialect::Engine;
use crate::engine::job::Access;
use crate::engine::sqlite::numbered;
use crate::error::Error;
use crate::row::Row;
use crate::tx::{Failure, Statements, Tx};
use std::mem::take;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What one closure said, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recorded {
    /// In a transaction that only reads.
    Read(Vec<Statement>),
    /// In a transaction that may change things.
    Write(Vec<Statement>),
}

/// A statement as it was run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its text, as the engine is sent it.
    pub sql: String,
    /// What it was given.
    pub values: Vec<Parameter>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It touched so many rows.
    Touched(u64),
    /// Nobody waits to hear it.
    Unasked,
    /// It answered with so many rows.
    Answered(u64),
}

/// Notes what closures say, from when it is asked to.
#[derive(Default)]
pub(crate) struct Recorder {
    /// Nothing while nobody wants to know.
    closures: Mutex<Option<Vec<Recorded>>>,
}

impl Recorder {
    /// Does some work of a transaction, and notes what it said.
    pub(crate) fn during<T>(&self, access: Access, tx: &mut Tx<'_>, work: impl FnOnce(&mut Tx<'_>) -> T) -> T {
        if self.closures().is_none() {
            return work(tx);
        }
        let mut statements = Vec::new();
        let result = tx.overheard(&mut statements, work);
        if let Some(closures) = self.closures().as_mut() {
            closures.push(match access {
                Access::Read => Recorded::Read(statements),
                Access::Write => Recorded::Write(statements),
            });
        }
        result
    }

    fn closures(&self) -> MutexGuard<'_, Option<Vec<Recorded>>> {
        // A panic elsewhere cannot leave a list half changed.
        self.closures.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Database {
    /// Records from nothing.
    pub fn start_recording(&self) {
        *self.recorder().closures() = Some(Vec::new());
    }

    /// Every closure since then, in the order in which they ended. From here on nothing is recorded.
    #[must_use]
    pub fn stop_recording(&self) -> Vec<Recorded> {
        take(&mut *self.recorder().closures()).unwrap_or_default()
    }
}

/// Stands between a transaction and its engine, and notes what is said.
pub(crate) struct Overhearing<'a> {
    pub(crate) engine: Engine,
    pub(crate) statements: &'a mut (dyn Statements + 'a),
    pub(crate) heard: &'a mut Vec<Statement>,
}

impl Overhearing<'_> {
    fn note(&mut self, sql: &'static str, values: &[&dyn Bind], outcome: Outcome) {
        let sql = match self.engine {
            Engine::Sqlite => numbered(sql),
            Engine::Postgres => sql.to_owned(),
        };
        let values = values.iter().map(|value| Parameter::from(value.value())).collect();
        self.heard.push(Statement { sql, values, outcome });
    }
}

impl Statements for Overhearing<'_> {
    fn prepare(&mut self, sql: &'static str) -> Result<(), Failure> {
        self.statements.prepare(sql)
    }

    fn count_steps(&self) -> u64 {
        self.statements.count_steps()
    }

    fn execute(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<u64, Failure> {
        let rows = self.statements.execute(sql, values)?;
        self.note(sql, values, Outcome::Touched(rows));
        Ok(rows)
    }

    fn run(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<(), Failure> {
        self.statements.run(sql, values)?;
        self.note(sql, values, Outcome::Unasked);
        Ok(())
    }

    fn query(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        each: &mut dyn FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Failure> {
        let mut rows = 0;
        self.statements.query(sql, values, &mut |row| {
            rows += 1;
            each(row)
        })?;
        self.note(sql, values, Outcome::Answered(rows));
        Ok(())
    }
}
