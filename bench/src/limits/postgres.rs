//! PostgreSQL, with transactions as Snug begins them (`crates/store/src/engine/postgres/connection.rs`).

use super::replay::Connection;
use super::script::{Access, Line, Turn};
use anyhow::{Context, Result};
use postgres::types::private::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{NoTls, Row, Statement};
use snug_store::testing::{Outcome, Parameter};
use std::collections::HashMap;
use std::error::Error;
use uuid::Uuid;

/// A connection, with the statements it has prepared.
pub(super) struct Client {
    client: postgres::Client,
    statements: HashMap<String, Statement>,
}

impl Client {
    pub(super) fn connect(url: &str) -> Result<Self> {
        Ok(Self { client: postgres::Client::connect(url, NoTls)?, statements: HashMap::new() })
    }

    fn statement(&mut self, sql: &str) -> Result<Statement> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql)?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

impl Connection for Client {
    fn brackets(access: Access) -> [&'static str; 2] {
        match access {
            Access::Read => ["START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY", "COMMIT"],
            Access::Write => ["START TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE", "COMMIT"],
        }
    }

    fn control(&mut self, sql: &'static str) -> Result<()> {
        Ok(self.client.batch_execute(sql)?)
    }

    fn say(&mut self, line: &Line, turn: &Turn) -> Result<()> {
        let statement = self.statement(&line.sql)?;
        let values: Vec<_> = line.values(turn)?;
        let values: Vec<_> = values.iter().map(|value| Sent(value)).collect();
        let values: Vec<_> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        line.check(match line.outcome {
            Outcome::Touched(_) => self.client.execute(&statement, &values)?,
            Outcome::Answered(_) => {
                let rows = self.client.query(&statement, &values)?;
                rows.iter().try_for_each(read)?;
                u64::try_from(rows.len())?
            }
        })
    }

    fn count_messages(&mut self) -> Result<i64> {
        Ok(self.client.query_one("SELECT count(*) FROM messages", &[])?.try_get(0)?)
    }
}

/// Looks at every value.
fn read(row: &Row) -> Result<()> {
    for (index, column) in row.columns().iter().enumerate() {
        match *column.type_() {
            Type::INT8 => drop(row.try_get::<_, Option<i64>>(index)?),
            Type::INT4 => drop(row.try_get::<_, Option<i32>>(index)?),
            Type::INT2 => drop(row.try_get::<_, Option<i16>>(index)?),
            Type::BOOL => drop(row.try_get::<_, Option<bool>>(index)?),
            Type::BYTEA => drop(row.try_get::<_, Option<&[u8]>>(index)?),
            Type::UUID => drop(row.try_get::<_, Option<Uuid>>(index)?),
            _ => drop(row.try_get::<_, Option<&str>>(index).context("a column of another kind")?),
        }
    }
    Ok(())
}

/// A value on its way, in the width that the server wants.
#[derive(Debug)]
struct Sent<'v>(&'v Parameter);

impl ToSql for Sent<'_> {
    fn to_sql(&self, wanted: &Type, buffer: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self.0 {
            Parameter::Null => Ok(IsNull::Yes),
            Parameter::Integer(integer) if *wanted == Type::INT4 => i32::try_from(*integer)?.to_sql(wanted, buffer),
            Parameter::Integer(integer) if *wanted == Type::INT2 => i16::try_from(*integer)?.to_sql(wanted, buffer),
            Parameter::Integer(integer) => integer.to_sql(wanted, buffer),
            Parameter::Boolean(boolean) => boolean.to_sql(wanted, buffer),
            Parameter::Text(text) => text.to_sql(wanted, buffer),
            Parameter::Bytes(bytes) => bytes.to_sql(wanted, buffer),
            Parameter::Id(id) => id.to_sql(wanted, buffer),
        }
    }

    fn accepts(_: &Type) -> bool {
        // The server took the same when it was recorded.
        true
    }

    to_sql_checked!();
}
