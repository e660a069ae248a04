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
    /// The file is damaged, or cannot be read from its disk. What is in sound parts of it can still be read and written.
    #[error("the database is damaged: {0}")]
    Damaged(String),
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

    /// What was there already, if that is what went wrong and somebody chose it. Anything else that is there twice, such
    /// as an id, is a fault of ours.
    #[must_use]
    pub fn doubled(&self) -> Option<Unique> {
        let Self::Conflict { table, columns } = self else { return None };
        Unique::of(table, columns.last()?)
    }
}

/// What nobody else in a community may have, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unique {
    /// The short name of a person.
    Handle,
    /// The part before the @ of the address a person's mails come from.
    MailName,
    /// An e-mail address.
    Address,
    /// The key that an author gave a message.
    ClientId,
    /// The host name of a community.
    Host,
    /// The word of a community on the command line.
    Slug,
}

impl Unique {
    /// By the table, and by the last of the columns that are unique together.
    fn of(table: &str, column: &str) -> Option<Self> {
        Some(match (table, column) {
            ("people", "handle") => Self::Handle,
            ("people", "mail_name") => Self::MailName,
            ("addresses", "address_key") => Self::Address,
            ("messages", "client_id") => Self::ClientId,
            ("communities", "host") => Self::Host,
            ("communities", "slug") => Self::Slug,
            _ => return None,
        })
    }
}
