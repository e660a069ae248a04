//! A row that is read and written to find out whether anything can be.

use crate::{Error, Tx};

/// Reads the row.
pub fn find(tx: &mut Tx<'_>) -> Result<(), Error> {
    tx.query_one("SELECT name FROM write_probes WHERE name = 'probe'", &[], |row| row.get::<String>(0)).map(drop)
}

/// Writes the row.
pub fn set(tx: &mut Tx<'_>, filler: &[u8]) -> Result<(), Error> {
    tx.run("UPDATE write_probes SET filler = $1 WHERE name = 'probe'", &[&filler])
}
