//! Which migrations a database has had.

use crate::{Error, Tx, migrate};

/// The migrations that are still to be run. Changes nothing; a database of a newer program is refused.
pub fn list_missing(tx: &mut Tx<'_>) -> Result<Vec<&'static str>, Error> {
    let sql = tx.for_engine(
        "SELECT 1 FROM pragma_table_info('schema_migrations') LIMIT 1",
        "SELECT 1::BIGINT FROM information_schema.tables
         WHERE table_name = 'schema_migrations' AND table_schema = current_schema()",
    );
    let is_empty = tx.query_optional(sql, &[], |row| row.get::<i64>(0))?.is_none();
    let applied: Vec<String> = match is_empty {
        true => Vec::new(),
        false => tx.query("SELECT name FROM schema_migrations ORDER BY name", &[], |row| row.get(0))?,
    };
    migrate::next(&applied)?;
    Ok(migrate::names().into_iter().filter(|name| !applied.iter().any(|applied| applied == name)).collect())
}
