//! Every row there is, so that a test can tell that nothing changed.

use super::query;
use crate::error::Error;
use crate::tx::Tx;
use std::collections::{BTreeMap, BTreeSet};

/// Every row of every table as `table: column=value, …`, without the columns named here as
/// `table.column`.
pub fn all_rows(tx: &mut Tx<'_>, without: &[&str]) -> Result<BTreeSet<String>, Error> {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for named in query(tx, columns(tx), &[], 2)? {
        if let [table, column] = named.as_slice()
            && !without.contains(&format!("{table}.{column}").as_str())
        {
            tables.entry(table.clone()).or_default().push(column.clone());
        }
    }
    let mut all = BTreeSet::new();
    for (table, columns) in tables {
        // Lives as long as the test.
        let sql: &'static str = format!("SELECT {} FROM {table}", columns.join(", ")).leak();
        for values in query(tx, sql, &[], columns.len())? {
            let named = columns.iter().zip(values).map(|(column, value)| format!("{column}={value}"));
            all.insert(format!("{table}: {}", named.collect::<Vec<_>>().join(", ")));
        }
    }
    Ok(all)
}

const fn columns(tx: &Tx<'_>) -> &'static str {
    tx.for_engine(
        "SELECT tables.name, columns.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'",
        "SELECT table_name::TEXT, column_name::TEXT FROM information_schema.columns
         WHERE table_schema = 'public' ORDER BY table_name, ordinal_position",
    )
}
