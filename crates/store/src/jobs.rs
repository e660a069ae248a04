//! Work that comes round again, done by one node at a time.

use crate::{Error, Tx};
use snug_domain::Timestamp;

/// A job as it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Job {
    /// When its next round is due.
    pub next_run_at: Timestamp,
    /// Until when a node has it, if one does.
    pub claimed_until: Option<Timestamp>,
}

/// A job that was never run.
pub const NEW: Job = Job { next_run_at: Timestamp(0), claimed_until: None };

/// The job of this name, if it was ever run.
pub fn find(tx: &mut Tx<'_>, name: &str) -> Result<Option<Job>, Error> {
    tx.query_optional("SELECT next_run_at, claimed_until FROM jobs WHERE name = $1", &[&name], |row| {
        Ok(Job { next_run_at: row.get("next_run_at")?, claimed_until: row.get("claimed_until")? })
    })
}

/// Claims a job until then; false if it is not any more as it was found.
pub fn claim(tx: &mut Tx<'_>, name: &str, found: Job, until: Timestamp) -> Result<bool, Error> {
    tx.run(
        "INSERT INTO jobs (name, next_run_at, claimed_until) VALUES ($1, 0, NULL) ON CONFLICT (name) DO NOTHING",
        &[&name],
    )?;
    let claimed = tx.execute(
        "UPDATE jobs SET claimed_until = $4
         WHERE name = $1 AND next_run_at = $2 AND claimed_until IS NOT DISTINCT FROM $3",
        &[&name, &found.next_run_at, &found.claimed_until, &until],
    )?;
    Ok(claimed > 0)
}

/// Ends a run: the next is due then.
pub fn finish(tx: &mut Tx<'_>, name: &str, next_run_at: Timestamp) -> Result<(), Error> {
    tx.run("UPDATE jobs SET next_run_at = $2, claimed_until = NULL WHERE name = $1", &[&name, &next_run_at])
}
