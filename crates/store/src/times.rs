//! Times to compare a clock with.

use crate::{Error, Tx};
use snug_domain::Timestamp;

/// What the database knows of the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// What time it is for the server; for SQLite that is this machine.
    pub server: Timestamp,
    /// When anything last changed for anybody, as far as that is kept.
    pub last_change: Option<Timestamp>,
}

/// What the database knows of the time.
pub fn find(tx: &mut Tx<'_>) -> Result<Times, Error> {
    let sql = tx.for_engine(
        "SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER)",
        "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT",
    );
    let server = tx.query_one(sql, &[], |row| row.get(0))?;
    let last_change =
        tx.query_optional("SELECT at FROM changes WHERE at > $1 ORDER BY at DESC LIMIT 1", &[&Timestamp(0)], |row| {
            row.get(0)
        })?;
    Ok(Times { server, last_change })
}
