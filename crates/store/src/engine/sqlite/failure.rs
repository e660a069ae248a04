//! What SQLite complains about, without the values it complains about.
//!
//! Its texts are kept only where they can name nothing but tables, columns,
//! constraints and pieces of our statements; elsewhere its code stands for them.

use crate::error::Error;
use crate::tx::Failure;
use rusqlite::ffi::{self, ErrorCode};

/// The failure of a statement.
pub(super) fn failure(error: &rusqlite::Error) -> Failure {
    Failure::from(match error {
        rusqlite::Error::SqliteFailure(code, text) => from_code(*code, text.as_deref().unwrap_or_default()),
        rusqlite::Error::SqlInputError { msg, .. } => Error::Fault(msg.clone()),
        _ => Error::Fault(String::from("SQLite was used in a wrong way")),
    })
}

fn from_code(code: ffi::Error, text: &str) -> Error {
    let meaning = || String::from(ffi::code_to_str(code.extended_code));
    // SQLite's own words for these are the same whatever was asked: "database or disk is full".
    let words = || match text {
        "" => format!("{} (SQLite code {})", meaning(), code.extended_code),
        text => format!("{text} (SQLite code {})", code.extended_code),
    };
    match code.extended_code {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            conflict(text)
        }
        ffi::SQLITE_CONSTRAINT_CHECK | ffi::SQLITE_CONSTRAINT_NOTNULL | ffi::SQLITE_CONSTRAINT_FOREIGNKEY => {
            Error::Fault(text.to_owned())
        }
        // The system did not take what was written: a full disk, quota or size limit, or a broken disk.
        ffi::SQLITE_IOERR_WRITE
        | ffi::SQLITE_IOERR_FSYNC
        | ffi::SQLITE_IOERR_DIR_FSYNC
        | ffi::SQLITE_IOERR_TRUNCATE
        | ffi::SQLITE_IOERR_SHMSIZE => Error::Unwritable(words()),
        // The disk does not give back what was written.
        ffi::SQLITE_IOERR_READ
        | ffi::SQLITE_IOERR_SHORT_READ
        | ffi::SQLITE_IOERR_CORRUPTFS
        | ffi::SQLITE_IOERR_DATA => Error::Damaged(words()),
        _ => match code.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
                Error::Unavailable(format!("another program holds the file: {}", words()))
            }
            ErrorCode::DiskFull | ErrorCode::ReadOnly | ErrorCode::NoLargeFileSupport => Error::Unwritable(words()),
            ErrorCode::SystemIoFailure
            | ErrorCode::CannotOpen
            | ErrorCode::PermissionDenied
            | ErrorCode::OutOfMemory
            | ErrorCode::FileLockingProtocolFailed
            | ErrorCode::OperationInterrupted => Error::Unavailable(words()),
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Error::Damaged(words()),
            _ => Error::Fault(meaning()),
        },
    }
}

/// Reads "UNIQUE constraint failed: people.community_id, people.handle".
fn conflict(text: &str) -> Error {
    let names = text.split_once(": ").map_or("", |(_, names)| names);
    let mut table = String::new();
    let mut columns = Vec::new();
    for name in names.split(", ") {
        if let Some((of, column)) = name.split_once('.') {
            of.clone_into(&mut table);
            columns.push(column.to_owned());
        }
    }
    Error::Conflict { table, columns }
}

#[cfg(test)]
mod tests {
    use super::{conflict, from_code};
    use crate::error::{Error, Unique};
    use rusqlite::ffi;

    #[test]
    fn what_keeps_the_database_from_working_is_told_from_a_mistake_of_ours() {
        let kind = |code| match from_code(ffi::Error::new(code), "SQLite's own words") {
            Error::Unavailable(_) => "unavailable",
            Error::Unwritable(_) => "unwritable",
            Error::Damaged(_) => "damaged",
            _ => "a fault",
        };
        for (code, expected) in [
            (ffi::SQLITE_ERROR, "a fault"),
            (ffi::SQLITE_PERM, "unavailable"),
            (ffi::SQLITE_BUSY, "unavailable"),
            (ffi::SQLITE_LOCKED, "unavailable"),
            (ffi::SQLITE_NOMEM, "unavailable"),
            (ffi::SQLITE_READONLY, "unwritable"),
            (ffi::SQLITE_READONLY_DBMOVED, "unwritable"),
            (ffi::SQLITE_IOERR, "unavailable"),
            (ffi::SQLITE_IOERR_LOCK, "unavailable"),
            (ffi::SQLITE_IOERR_WRITE, "unwritable"),
            (ffi::SQLITE_IOERR_FSYNC, "unwritable"),
            (ffi::SQLITE_IOERR_READ, "damaged"),
            (ffi::SQLITE_IOERR_SHORT_READ, "damaged"),
            (ffi::SQLITE_IOERR_DATA, "damaged"),
            (ffi::SQLITE_CORRUPT, "damaged"),
            (ffi::SQLITE_CORRUPT_INDEX, "damaged"),
            (ffi::SQLITE_FULL, "unwritable"),
            (ffi::SQLITE_CANTOPEN, "unavailable"),
            (ffi::SQLITE_CANTOPEN_ISDIR, "unavailable"),
            (ffi::SQLITE_PROTOCOL, "unavailable"),
            (ffi::SQLITE_TOOBIG, "a fault"),
            (ffi::SQLITE_MISUSE, "a fault"),
            (ffi::SQLITE_NOTADB, "damaged"),
        ] {
            assert_eq!(kind(code), expected, "code {code}");
        }
    }

    #[test]
    fn a_conflict_names_its_table_and_columns() {
        let error = conflict("UNIQUE constraint failed: people.community_id, people.handle");
        let columns = vec![String::from("community_id"), String::from("handle")];
        assert_eq!(error, Error::Conflict { table: String::from("people"), columns });
        assert_eq!(error.doubled(), Some(Unique::Handle));
    }
}
