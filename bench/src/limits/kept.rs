//! A database of its own for what is replayed, as large a part of it in use as Snug uses.

use crate::goals::{BARE_POSTGRES, BARE_WRITER};
use crate::postgres::{analyze, create_database};
use crate::snug::Database;
use anyhow::Result;
use snug_store::{Location, Synchronous};
use tempfile::TempDir;

/// How many closures Snug has run at once on PostgreSQL, unless it is configured otherwise.
const CONNECTIONS: usize = 4;

/// A database, and the folder it is in, if it is in one.
pub(super) struct Kept {
    location: Location,
    _folder: TempDir,
}

impl Kept {
    pub(super) fn create(database: &Database) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let location = match database {
            Database::Sqlite => Location::Sqlite {
                file: folder.path().join("snug.db"),
                synchronous: Synchronous::Full,
                readers: Location::usual_readers(),
            },
            Database::Postgres(server) => {
                Location::Postgres { url: create_database(server)?, connections: CONNECTIONS }
            }
        };
        Ok(Self { location, _folder: folder })
    }

    pub(super) const fn location(&self) -> &Location {
        &self.location
    }

    /// See [`analyze`].
    pub(super) fn analyze(&self) -> Result<()> {
        match &self.location {
            Location::Sqlite { .. } => Ok(()),
            Location::Postgres { url, .. } => analyze(url),
        }
    }

    /// What the figure is called.
    pub(super) const fn name(&self) -> &'static str {
        match self.location {
            Location::Sqlite { .. } => BARE_WRITER,
            Location::Postgres { .. } => BARE_POSTGRES,
        }
    }
}
