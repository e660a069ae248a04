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
    let (error, remedy) = match *code {
        SqlState::UNIQUE_VIOLATION => (conflict(complaint), Remedy::Answer),
        // "cached plan must not change result type": a migration changed a table
        // under a prepared statement, and a new connection prepares anew.
        SqlState::FEATURE_NOT_SUPPORTED => (fault(complaint), Remedy::Reconnect),
        _ => by_code(code).unwrap_or_else(|| (fault(complaint), Remedy::Answer)),
    };
    Failure { error, remedy }
}

/// What a code says that is about the server and not about a statement.
fn by_code(code: &SqlState) -> Option<(Error, Remedy)> {
    let unavailable = |why: &str| Error::Unavailable(format!("{why} ({})", code.code()));
    let known = match *code {
        SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => {
            (unavailable("other work was in the way"), Remedy::Again)
        }
        SqlState::ADMIN_SHUTDOWN
        | SqlState::CRASH_SHUTDOWN
        | SqlState::CANNOT_CONNECT_NOW
        | SqlState::DATABASE_DROPPED
        | SqlState::IDLE_SESSION_TIMEOUT => (unavailable("the server is going away"), Remedy::Reconnect),
        SqlState::QUERY_CANCELED | SqlState::LOCK_NOT_AVAILABLE | SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT => {
            (unavailable("it took too long"), Remedy::Answer)
        }
        // A standby, or a server that its operator has made read-only; no room, or a disk that fails.
        SqlState::READ_ONLY_SQL_TRANSACTION | SqlState::DISK_FULL | SqlState::IO_ERROR => {
            (Error::Unwritable(format!("{} (PostgreSQL code {})", meaning(code), code.code())), Remedy::Answer)
        }
        SqlState::DATA_CORRUPTED | SqlState::INDEX_CORRUPTED => {
            (Error::Damaged(format!("{} (PostgreSQL code {})", meaning(code), code.code())), Remedy::Answer)
        }
        // Out of memory or connections; a system error; what a pooler between says.
        _ if ["53", "58", "08"].iter().any(|class| code.code().starts_with(class)) => {
            (unavailable("the server is in trouble"), Remedy::Answer)
        }
        _ => return None,
    };
    Some(known)
}

/// What the code says; the server's own text may quote a row.
fn meaning(code: &SqlState) -> &'static str {
    match *code {
        SqlState::READ_ONLY_SQL_TRANSACTION => "the server is read-only",
        SqlState::DISK_FULL => "the disk is full",
        SqlState::DATA_CORRUPTED => "a table is damaged",
        SqlState::INDEX_CORRUPTED => "an index is damaged",
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
    use super::{by_code, columns};
    use crate::error::Error;
    use crate::tx::Remedy;
    use tokio_postgres::error::SqlState;

    #[test]
    fn what_keeps_the_server_from_working_is_told_from_a_mistake_of_ours() {
        for (code, expected) in [
            ("08006", Some(("unavailable", Remedy::Answer))),
            ("25006", Some(("unwritable", Remedy::Answer))),
            ("40001", Some(("unavailable", Remedy::Again))),
            ("40P01", Some(("unavailable", Remedy::Again))),
            ("53000", Some(("unavailable", Remedy::Answer))),
            ("53100", Some(("unwritable", Remedy::Answer))),
            ("53200", Some(("unavailable", Remedy::Answer))),
            ("53300", Some(("unavailable", Remedy::Answer))),
            ("55P03", Some(("unavailable", Remedy::Answer))),
            ("57014", Some(("unavailable", Remedy::Answer))),
            ("57P01", Some(("unavailable", Remedy::Reconnect))),
            ("57P02", Some(("unavailable", Remedy::Reconnect))),
            ("57P03", Some(("unavailable", Remedy::Reconnect))),
            ("58000", Some(("unavailable", Remedy::Answer))),
            ("58030", Some(("unwritable", Remedy::Answer))),
            ("XX001", Some(("damaged", Remedy::Answer))),
            ("XX002", Some(("damaged", Remedy::Answer))),
            ("42P01", None),
            ("23503", None),
            ("XX000", None),
        ] {
            let found = by_code(&SqlState::from_code(code)).map(|(error, remedy)| match error {
                Error::Unavailable(_) => ("unavailable", remedy),
                Error::Unwritable(_) => ("unwritable", remedy),
                Error::Damaged(_) => ("damaged", remedy),
                other => panic!("{code}: {other}"),
            });
            assert_eq!(found, expected, "{code}");
        }
    }

    #[test]
    fn a_conflict_names_its_columns_and_no_values() {
        assert_eq!(columns("Key (community_id, handle)=(7, a)=(b) already exists."), ["community_id", "handle"]);
        assert_eq!(columns("Schlüssel »(handle)=(ana)« existiert bereits."), ["handle"]);
        assert!(columns("").is_empty());
    }
}
