//! A row that is written to find out whether anything can be.

use crate::{Error, Tx};

/// Writes the row.
pub fn set(tx: &mut Tx<'_>, filler: &[u8]) -> Result<(), Error> {
    tx.run("UPDATE write_probes SET filler = $1 WHERE name = 'probe'", &[&filler])
}
