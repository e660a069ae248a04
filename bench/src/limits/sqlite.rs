//! SQLite, with the settings that Snug gives its connections.

use super::replay::Connection;
use super::script::{Access, Line, Step, Turn};
use anyhow::Result;
use rusqlite::CachedStatement;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use snug_store::testing::{self, Outcome, Parameter};
use std::path::Path;

/// More statements than are ever said.
const STATEMENTS: usize = 200;

/// A file that is open.
pub(super) struct File {
    connection: rusqlite::Connection,
}

impl File {
    pub(super) fn open_writer(file: &Path) -> Result<Self> {
        Ok(Self::new(testing::open_sqlite_writer(file)?))
    }

    pub(super) fn open_reader(file: &Path) -> Result<Self> {
        Ok(Self::new(testing::open_sqlite_reader(file)?))
    }

    fn new(connection: rusqlite::Connection) -> Self {
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Self { connection }
    }
}

impl Connection for File {
    fn brackets(access: Access) -> [&'static str; 2] {
        match access {
            Access::Read => ["BEGIN DEFERRED", "ROLLBACK"],
            Access::Write => ["BEGIN IMMEDIATE", "COMMIT"],
        }
    }

    fn control(&mut self, sql: &'static str) -> Result<()> {
        self.connection.prepare_cached(sql)?.raw_execute()?;
        Ok(())
    }

    fn say(&mut self, line: &Line, turn: &Turn) -> Result<()> {
        let mut statement = self.connection.prepare_cached(&line.sql)?;
        for (index, value) in line.values(turn)?.iter().enumerate() {
            statement.raw_bind_parameter(index + 1, sent(value))?;
        }
        line.check(match line.outcome {
            Outcome::Touched(_) | Outcome::Unasked => u64::try_from(statement.raw_execute()?)?,
            Outcome::Answered(_) => read(&mut statement)?,
        })
    }

    fn transact(&mut self, step: &Step, turn: &Turn) -> Result<()> {
        let [begin, end] = Self::brackets(step.access);
        self.control(begin)?;
        step.lines.iter().try_for_each(|line| self.say(line, turn))?;
        self.control(end)
    }

    fn count_messages(&mut self) -> Result<i64> {
        Ok(self.connection.query_row("SELECT count(*) FROM messages", [], |row| row.get(0))?)
    }
}

/// Steps through every row and looks at every value; tells how many rows.
fn read(statement: &mut CachedStatement<'_>) -> Result<u64> {
    let columns = statement.column_count();
    let mut rows = statement.raw_query();
    let mut count = 0;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            std::hint::black_box(row.get_ref(column)?);
        }
        count += 1;
    }
    Ok(count)
}

/// A value as SQLite keeps it.
fn sent(value: &Parameter) -> ToSqlOutput<'_> {
    match value {
        Parameter::Null => ToSqlOutput::Owned(Value::Null),
        Parameter::Integer(integer) => ToSqlOutput::Owned(Value::Integer(*integer)),
        Parameter::Boolean(boolean) => ToSqlOutput::Owned(Value::Integer(i64::from(*boolean))),
        Parameter::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        Parameter::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        Parameter::Id(id) => ToSqlOutput::Borrowed(ValueRef::Blob(id.as_bytes())),
    }
}
