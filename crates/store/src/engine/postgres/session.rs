//! An open transaction with the statements its connection has prepared.

use super::failure::{failure, unprepared};
use super::value::is_known;
use crate::bind::{Bind, Value};
use crate::error::Error;
use crate::row::Row;
use crate::tx::{Failure, Statements};
use postgres::types::ToSql;
use postgres::{Statement, Transaction};
use std::collections::HashMap;

/// A transaction at work.
pub(super) struct Session<'c> {
    pub(super) transaction: Transaction<'c>,
    pub(super) statements: &'c mut HashMap<&'static str, Statement>,
}

impl Session<'_> {
    fn statement(&mut self, sql: &'static str) -> Result<Statement, Failure> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.transaction.prepare(sql).map_err(|error| unprepared(&error, sql))?;
        if let Some(column) = statement.columns().iter().find(|column| !is_known(column.type_())) {
            return Err(
                Error::Fault(format!("no value can be read from a column of {} in: {sql}", column.type_())).into()
            );
        }
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }

    fn fitting(&mut self, sql: &'static str, count: usize) -> Result<Statement, Failure> {
        let statement = self.statement(sql)?;
        if statement.params().len() == count {
            Ok(statement)
        } else {
            Err(Error::Fault(format!("{count} parameters do not fit: {sql}")).into())
        }
    }
}

impl Statements for Session<'_> {
    #[cfg(feature = "testing")]
    fn prepare(&mut self, sql: &'static str) -> Result<(), Failure> {
        self.statement(sql).map(|_| ())
    }

    fn execute(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<u64, Failure> {
        let statement = self.fitting(sql, values.len())?;
        let values: Vec<Value<'_>> = values.iter().map(|value| value.value()).collect();
        self.transaction.execute(&statement, &parameters(&values)).map_err(|error| failure(&error))
    }

    fn query(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        each: &mut dyn FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Failure> {
        let statement = self.fitting(sql, values.len())?;
        let values: Vec<Value<'_>> = values.iter().map(|value| value.value()).collect();
        let rows = self.transaction.query(&statement, &parameters(&values)).map_err(|error| failure(&error))?;
        for row in &rows {
            each(&Row::new(sql, row))?;
        }
        Ok(())
    }
}

fn parameters<'v>(values: &'v [Value<'v>]) -> Vec<&'v (dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}
