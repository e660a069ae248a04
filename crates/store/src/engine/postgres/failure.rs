//! What PostgreSQL complains about, without the values it complains about.
//!
//! Its texts and details quote rows and parameters ("Key (address)=(…)"), so only
//! its codes and the names of tables, columns and constraints are kept.

use super::value::Mismatch;
use crate::error::Error;
use crate::tx::{Failure, Remedy};
use std::error::Error as _;
use tokio_postgres::error::{DbError, SqlState};

/// The failure of a statement or a commit.
pub(super) fn failure(error: &tokio_postgres::Error) -> Failure {
    if let Some(complaint) = error.as_db_error() {
        return from_server(complaint);
    }
    let source = error.source();
    if error.is_closed() || source.is_some_and(<dyn std::error::Error>::is::<std::io::Error>) {
        let error = Error::Unavailable(String::from("the connection was lost"));
        return Failure { error, remedy: Remedy::Reconnect };
    }
    match source.and_then(|source| source.downcast_ref::<Mismatch>()) {
        Some(mismatch) => Error::Fault(mismatch.to_string()).into(),
        None => Error::Fault(String::from("the driver of PostgreSQL was used in a wrong way")).into(),
    }
}

/// The error of a connection that could not be made. Nothing private has passed
/// over it, so the server may say why.
pub(super) fn refused(error: &tokio_postgres::Error) -> Error {
    let why = match (error.as_db_error(), error.source()) {
        (Some(complaint), _) => format!("{} {}", complaint.code().code(), complaint.message()),
        (None, Some(source)) => source.to_string(),
        (None, None) => error.to_string(),
    };
    Error::Unavailable(format!("no connection to PostgreSQL ({why})"))
}

/// The error of a statement that could not be prepared. The text can quote nothing
/// but the statement, which is a literal of this program.
pub(super) fn unprepared(error: &tokio_postgres::Error, sql: &'static str) -> Failure {
    let mut failure = failure(error);
    if let (Error::Fault(_), Some(complaint)) = (&failure.error, error.as_db_error()) {
        failure.error = Error::Fault(format!("{} in: {sql}", complaint.message()));
    }
    failure
}

fn from_server(complaint: &DbError) -> Failure {
    let code = complaint.code();
    let unavailable = |why: &str| Error::Unavailable(format!("{why} ({})", code.code()));
    let (error, remedy) = match *code {
        SqlState::UNIQUE_VIOLATION => (conflict(complaint), Remedy::Answer),
        SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => {
            (unavailable("other work was in the way"), Remedy::Again)
        }
        SqlState::ADMIN_SHUTDOWN | SqlState::CRASH_SHUTDOWN | SqlState::CANNOT_CONNECT_NOW => {
            (unavailable("the server is going away"), Remedy::Reconnect)
        }
        // "cached plan must not change result type": a migration changed a table
        // under a prepared statement, and a new connection prepares anew.
        SqlState::FEATURE_NOT_SUPPORTED => (fault(complaint), Remedy::Reconnect),
        SqlState::QUERY_CANCELED | SqlState::LOCK_NOT_AVAILABLE | SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT => {
            (unavailable("it took too long"), Remedy::Answer)
        }
        // A standby, or a server that its operator has made read-only; no room, or a disk that fails.
        SqlState::READ_ONLY_SQL_TRANSACTION | SqlState::DISK_FULL | SqlState::IO_ERROR => {
            (Error::Unwritable(format!("{} (PostgreSQL code {})", meaning(code), code.code())), Remedy::Answer)
        }
        // Out of memory or connections; a system error.
        _ if code.code().starts_with("53") || code.code().starts_with("58") => {
            (unavailable("the server is in trouble"), Remedy::Answer)
        }
        _ => (fault(complaint), Remedy::Answer),
    };
    Failure { error, remedy }
}

/// What the code says; the server's own text may quote a row.
fn meaning(code: &SqlState) -> &'static str {
    match *code {
        SqlState::READ_ONLY_SQL_TRANSACTION => "the server is read-only",
        SqlState::DISK_FULL => "the disk is full",
        _ => "the disk does not take it",
    }
}

fn fault(complaint: &DbError) -> Error {
    let mut text = format!("PostgreSQL code {}", complaint.code().code());
    let names = [("table", complaint.table()), ("column", complaint.column()), ("constraint", complaint.constraint())];
    for (kind, name) in names {
        if let Some(name) = name {
            text.push_str(&format!(", {kind} {name}"));
        }
    }
    Error::Fault(text)
}

fn conflict(complaint: &DbError) -> Error {
    let table = complaint.table().unwrap_or_default().to_owned();
    Error::Conflict { table, columns: columns(complaint.detail().unwrap_or_default()) }
}

/// Reads the columns of "Key (community_id, handle)=(…) already exists.", in any
/// language of the server.
fn columns(detail: &str) -> Vec<String> {
    let names = detail.split_once(")=(").and_then(|(before, _)| before.split_once('('));
    names.map_or_else(Vec::new, |(_, names)| names.split(", ").map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn a_conflict_names_its_columns_and_no_values() {
        assert_eq!(columns("Key (community_id, handle)=(7, a)=(b) already exists."), ["community_id", "handle"]);
        assert_eq!(columns("Schlüssel »(handle)=(ana)« existiert bereits."), ["handle"]);
        assert!(columns("").is_empty());
    }
}
