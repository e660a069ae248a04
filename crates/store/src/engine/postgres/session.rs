//! A transaction with the statements its connection has prepared.

use super::connection::Connection;
use super::failure::unprepared;
use super::value::is_known;
use crate::bind::{Bind, Parameter, Value};
use crate::engine::job::Access;
use crate::engine::literal::Literal;
use crate::error::Error;
use crate::row::Row;
use crate::tx::{Coming, Failure, Statements};
use tokio::sync::oneshot;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Statement};

/// A transaction at work.
pub(super) struct Session<'c> {
    pub(super) access: Access,
    pub(super) connection: &'c mut Connection,
}

impl Session<'_> {
    fn statement(&mut self, sql: &'static str) -> Result<Statement, Failure> {
        if let Some(statement) = self.connection.statements.get(&Literal(sql)) {
            return Ok(statement.clone());
        }
        let prepared = async |client: &Client| Ok(client.prepare(sql).await.map_err(|error| unprepared(&error, sql)));
        let statement = self.connection.wait_within(self.access, prepared)??;
        if let Some(column) = statement.columns().iter().find(|column| !is_known(column.type_())) {
            return Err(
                Error::Fault(format!("no value can be read from a column of {} in: {sql}", column.type_())).into()
            );
        }
        self.connection.statements.insert(Literal(sql), statement.clone());
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
        let execute = async |client: &Client| client.execute(&statement, &parameters(&values)).await;
        self.connection.wait_within(self.access, execute)
    }

    fn run(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<(), Failure> {
        let statement = self.fitting(sql, values.len())?;
        let kept: Vec<Parameter> = values.iter().map(|value| value.value().into()).collect();
        self.connection.send_within(self.access, |client| async move {
            let values: Vec<Value<'_>> = kept.iter().map(Bind::value).collect();
            client.execute(&statement, &parameters(&values)).await.map(|_| ())
        })
    }

    fn query(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        each: &mut dyn FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Failure> {
        let statement = self.fitting(sql, values.len())?;
        let values: Vec<Value<'_>> = values.iter().map(|value| value.value()).collect();
        let query = async |client: &Client| client.query(&statement, &parameters(&values)).await;
        for row in &self.connection.wait_within(self.access, query)? {
            each(&Row::new(sql, row))?;
        }
        Ok(())
    }

    fn ask(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        _: &mut dyn FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<Option<Coming>, Failure> {
        let statement = self.fitting(sql, values.len())?;
        let kept: Vec<Parameter> = values.iter().map(|value| value.value().into()).collect();
        let (answer, mut answered) = oneshot::channel();
        self.connection.send_within(self.access, |client| async move {
            let values: Vec<Value<'_>> = kept.iter().map(Bind::value).collect();
            // Nobody hears it where what was asked is not wanted any more.
            let _ = answer.send(client.query(&statement, &parameters(&values)).await?);
            Ok(())
        })?;
        Ok(Some(Box::new(move |each| {
            let rows = answered.try_recv().map_err(|_| Error::Fault(format!("not waited for: {sql}")))?;
            for row in &rows {
                each(&Row::new(sql, row))?;
            }
            Ok(())
        })))
    }

    fn wait(&mut self) -> Result<(), Failure> {
        self.connection.flush()
    }
}

fn parameters<'v>(values: &'v [Value<'v>]) -> Vec<&'v (dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}
