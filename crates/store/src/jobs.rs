//! Work that comes round again, done by one node at a time.

use crate::{Error, Tx};
use snug_domain::{Span, Timestamp};

/// Whether a job is due, as far as this node knows.
pub fn is_due(tx: &mut Tx<'_>, name: &str, now: Timestamp) -> Result<bool, Error> {
    let waiting = tx.query_optional(
        "SELECT 1 FROM jobs WHERE name = $1 AND (next_run_at > $2 OR claimed_until > $2)",
        &[&name, &now],
        |row| row.get::<i64>(0),
    )?;
    Ok(waiting.is_none())
}

/// Claims a job that is due, for as long as `lease`; false if it is not due or another node has it.
pub fn claim(tx: &mut Tx<'_>, name: &str, now: Timestamp, lease: Span) -> Result<bool, Error> {
    tx.run(
        "INSERT INTO jobs (name, next_run_at, claimed_until) VALUES ($1, 0, NULL) ON CONFLICT (name) DO NOTHING",
        &[&name],
    )?;
    let claimed = tx.execute(
        "UPDATE jobs SET claimed_until = $3
         WHERE name = $1 AND next_run_at <= $2 AND (claimed_until IS NULL OR claimed_until <= $2)",
        &[&name, &now, &(now + lease)],
    )?;
    Ok(claimed > 0)
}

/// Ends a run: the next is due then.
pub fn finish(tx: &mut Tx<'_>, name: &str, next_run_at: Timestamp) -> Result<(), Error> {
    tx.run("UPDATE jobs SET next_run_at = $2, claimed_until = NULL WHERE name = $1", &[&name, &next_run_at])
}
