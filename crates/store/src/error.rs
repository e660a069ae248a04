//! What can go wrong at the database, by what the caller should do about it.
//!
//! No variant ever carries a stored value or a parameter: the texts end up in
//! logs. Names of tables, columns and constraints, statements (literals of this
//! program) and the engines' own codes may appear.

/// Why the database did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Cannot be reached or used just now. Asking again later may work. After a
    /// write it is not known whether it happened, so it is repeated by `client_id`.
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    /// It can be read and not written: a full disk, a file or a server that is read-only. Nothing was done.
    #[error("the database cannot be written: {0}")]
    Unwritable(String),
    /// Too much is waiting already; nothing was done.
    #[error("too much is waiting for the database")]
    Overloaded,
    /// A row with the same unique values exists.
    #[error("the table {table} has such a row already ({})", columns.join(", "))]
    Conflict {
        /// The table that has the row.
        table: String,
        /// The columns that must be unique together.
        columns: Vec<String>,
    },
    /// A stored value is not of the kind the program expects.
    #[error("column {column} cannot be read in the answer to: {statement}")]
    Corrupt {
        /// The statement that read it.
        statement: &'static str,
        /// Its name in the answer.
        column: String,
    },
    /// A newer program has been at this database; this one must not touch it.
    #[error("the database belongs to a newer program: it has the migration {0}")]
    Newer(String),
    /// A mistake in this program, or a database that is not as it was made.
    #[error("the database refused: {0}")]
    Fault(String),
}

impl Error {
    /// Logs and counts a row that is left out because it cannot be read.
    pub(crate) fn report_unreadable(&self) {
        if let Self::Corrupt { statement, column } = self {
            tracing::error!(column, statement, "left out a row that cannot be read");
            metrics::counter!("snug_unreadable_rows_total", "column" => column.clone()).increment(1);
        }
    }

    /// Whether a row of this table was in the way.
    #[must_use]
    pub fn is_conflict_in(&self, name: &str) -> bool {
        matches!(self, Self::Conflict { table, .. } if table == name)
    }
}
