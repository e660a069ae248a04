//! Rows as this program does not write them: damaged, or of a newer one.

use super::{Parameter, execute, query};
use crate::error::Error;
use crate::tx::Tx;

/// Which rows of a table: those with these values.
pub type Whose<'a> = &'a [(&'static str, Parameter)];

/// Puts a value into a column of some rows; says how many.
pub fn set_column(
    tx: &mut Tx<'_>,
    (table, column): (&str, &str),
    value: &Parameter,
    whose: Whose<'_>,
) -> Result<u64, Error> {
    let values: Vec<_> = std::iter::once(value).chain(whose.iter().map(|(_, value)| value)).cloned().collect();
    execute(tx, lasting(format!("UPDATE {table} SET {column} = $1 WHERE {}", condition(whose, 2))), &values)
}

/// Puts what is no text into a column of texts; says how many rows. SQLite takes it, PostgreSQL does not.
pub fn set_no_text(tx: &mut Tx<'_>, (table, column): (&str, &str), whose: Whose<'_>) -> Result<u64, Error> {
    let values: Vec<_> = whose.iter().map(|(_, value)| value.clone()).collect();
    let sql = format!("UPDATE {table} SET {column} = CAST(X'ff' AS TEXT) WHERE {}", condition(whose, 1));
    execute(tx, lasting(sql), &values)
}

/// Some columns of some rows, as text.
pub fn columns(tx: &mut Tx<'_>, table: &str, columns: &[&str], whose: Whose<'_>) -> Result<Vec<Vec<String>>, Error> {
    let values: Vec<_> = whose.iter().map(|(_, value)| value.clone()).collect();
    let sql = format!("SELECT {} FROM {table} WHERE {}", columns.join(", "), condition(whose, 1));
    query(tx, lasting(sql), &values, columns.len())
}

fn condition(whose: Whose<'_>, first: usize) -> String {
    let each = whose.iter().enumerate().map(|(place, (column, _))| format!(" AND {column} = ${}", place + first));
    format!("TRUE{}", each.collect::<String>())
}

/// Lives as long as the test.
fn lasting(sql: String) -> &'static str {
    sql.leak()
}
