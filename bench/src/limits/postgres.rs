//! PostgreSQL, in as many round trips as Snug needs (`crates/store/src/engine/postgres/connection.rs`).

use super::replay::Connection;
use super::script::{Access, Line, Step, Turn};
use anyhow::{Context, Result};
use futures_util::future::{BoxFuture, FutureExt, try_join_all};
use snug_store::testing::{Outcome, Parameter};
use std::collections::HashMap;
use std::error::Error;
use std::mem::{replace, take};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{NoTls, Row, Statement};
use uuid::Uuid;

/// A connection, with the statements it has prepared.
pub(super) struct Client {
    runtime: Runtime,
    client: tokio_postgres::Client,
    statements: HashMap<String, Statement>,
    /// Whether a transaction that only read is still to be ended: along with the next.
    is_open: bool,
}

impl Client {
    pub(super) fn connect(url: &str) -> Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let (client, connection) = runtime.block_on(tokio_postgres::connect(url, NoTls))?;
        runtime.spawn(async move { drop(connection.await) });
        Ok(Self { runtime, client, statements: HashMap::new(), is_open: false })
    }

    fn prepare(&mut self, sql: &str) -> Result<()> {
        if !self.statements.contains_key(sql) {
            let statement = self.runtime.block_on(self.client.prepare(sql))?;
            self.statements.insert(sql.to_owned(), statement);
        }
        Ok(())
    }

    async fn ask(&self, line: &Line, turn: &Turn) -> Result<()> {
        let statement = self.statements.get(&line.sql).context("a statement that was prepared")?;
        let values: Vec<_> = line.values(turn)?;
        let values: Vec<_> = values.iter().map(|value| Sent(value)).collect();
        let values: Vec<_> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        line.check(match line.outcome {
            Outcome::Touched(_) | Outcome::Unasked => self.client.execute(statement, &values).await?,
            Outcome::Answered(_) => {
                let rows = self.client.query(statement, &values).await?;
                rows.iter().try_for_each(read)?;
                u64::try_from(rows.len())?
            }
        })
    }

    async fn command(&self, sql: &'static str) -> Result<()> {
        Ok(self.client.batch_execute(sql).await?)
    }
}

impl Connection for Client {
    fn brackets(access: Access) -> [&'static str; 2] {
        match access {
            Access::Read => ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "ROLLBACK"],
            Access::Write => ["BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", "COMMIT"],
        }
    }

    fn control(&mut self, sql: &'static str) -> Result<()> {
        self.runtime.block_on(self.command(sql))
    }

    fn say(&mut self, line: &Line, turn: &Turn) -> Result<()> {
        self.prepare(&line.sql)?;
        self.runtime.block_on(self.ask(line, turn))
    }

    fn transact(&mut self, step: &Step, turn: &Turn) -> Result<()> {
        step.lines.iter().try_for_each(|line| self.prepare(&line.sql))?;
        let ([begin, end], [_, end_of_read]) = (Self::brackets(step.access), Self::brackets(Access::Read));
        let reads = step.access == Access::Read;
        let was_open = replace(&mut self.is_open, reads);
        self.runtime.block_on(async {
            // They are sent in the order in which they stand here.
            let mut together: Vec<BoxFuture<'_, Result<()>>> = Vec::new();
            if was_open {
                together.push(self.command(end_of_read).boxed());
            }
            together.push(self.command(begin).boxed());
            for line in &step.lines {
                together.push(self.ask(line, turn).boxed());
                if line.outcome != Outcome::Unasked {
                    try_join_all(take(&mut together)).await?;
                }
            }
            if !reads {
                together.push(self.command(end).boxed());
            }
            try_join_all(together).await?;
            Ok(())
        })
    }

    fn count_messages(&mut self) -> Result<i64> {
        let counted = self.runtime.block_on(self.client.query_one("SELECT count(*) FROM messages", &[]))?;
        Ok(counted.try_get(0)?)
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
