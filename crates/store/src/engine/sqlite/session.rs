//! A connection with the statements it has prepared.

use super::failure::failure;
use super::numbering::numbered;
use super::value::NamedRow;
use crate::bind::Bind;
use crate::engine::literal::Literal;
use crate::error::Error;
use crate::row::Row;
use crate::tx::{Failure, Statements};
use rusqlite::{Connection, Statement};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// A connection at work. Statements are literals of the program, so the number
/// that is kept has an end.
pub(super) struct Session<'c> {
    connection: &'c Connection,
    statements: HashMap<Literal, Prepared<'c>>,
    /// Steps of SQLite's machine until now.
    #[cfg(feature = "testing")]
    steps: u64,
}

/// A statement with the names of its columns, which SQLite would count out anew for each value.
struct Prepared<'c> {
    statement: Statement<'c>,
    columns: Vec<String>,
}

impl<'c> Session<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self {
            connection,
            statements: HashMap::new(),
            #[cfg(feature = "testing")]
            steps: 0,
        }
    }

    /// Begins or ends a transaction or a savepoint.
    pub(super) fn control(&mut self, sql: &'static str) -> Result<(), Error> {
        let done = self.execute(sql, &[]);
        done.map(|_| ()).map_err(|failure| failure.error)
    }

    /// Whether a transaction is open. SQLite itself ends it on some failures, such
    /// as a full disk.
    pub(super) fn is_open(&self) -> bool {
        !self.connection.is_autocommit()
    }

    fn prepared(&mut self, sql: &'static str) -> Result<&mut Prepared<'c>, Failure> {
        match self.statements.entry(Literal(sql)) {
            Entry::Occupied(entry) => Ok(entry.into_mut()),
            Entry::Vacant(entry) => {
                let statement = self.connection.prepare(&numbered(sql)).map_err(|error| failure(&error))?;
                let columns = statement.column_names().map(str::to_owned).collect();
                Ok(entry.insert(Prepared { statement, columns }))
            }
        }
    }

    #[cfg(not(feature = "testing"))]
    fn note_steps(&self, _sql: &'static str) {}

    #[cfg(feature = "testing")]
    fn note_steps(&mut self, sql: &'static str) {
        if let Some(prepared) = self.statements.get(&Literal(sql)) {
            let steps = prepared.statement.reset_status(rusqlite::StatementStatus::VmStep);
            self.steps += u64::try_from(steps).unwrap_or_default();
        }
    }

    fn bound(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<&mut Prepared<'c>, Failure> {
        let prepared = self.prepared(sql)?;
        let statement = &mut prepared.statement;
        if statement.parameter_count() != values.len() {
            return Err(Error::Fault(format!("{} parameters do not fit: {sql}", values.len())).into());
        }
        for (index, value) in values.iter().enumerate() {
            statement.raw_bind_parameter(index + 1, value.value()).map_err(|error| failure(&error))?;
        }
        Ok(prepared)
    }
}

impl Statements for Session<'_> {
    #[cfg(feature = "testing")]
    fn prepare(&mut self, sql: &'static str) -> Result<(), Failure> {
        self.prepared(sql).map(|_| ())
    }

    #[cfg(feature = "testing")]
    fn count_steps(&self) -> u64 {
        self.steps
    }

    fn execute(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<u64, Failure> {
        let rows = self.bound(sql, values)?.statement.raw_execute().map_err(|error| failure(&error))?;
        self.note_steps(sql);
        Ok(u64::try_from(rows).unwrap_or(u64::MAX))
    }

    fn run(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<(), Failure> {
        self.execute(sql, values).map(|_| ())
    }

    fn query(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        each: &mut dyn FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Failure> {
        let Prepared { statement, columns } = self.bound(sql, values)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(|error| failure(&error))? {
            each(&Row::new(sql, &NamedRow { row, columns }))?;
        }
        drop(rows);
        self.note_steps(sql);
        Ok(())
    }
}
