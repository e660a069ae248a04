//! SQL stands in `crates/store` and nowhere else.

use super::{read, rust_files};
use std::path::Path;

/// How a statement begins, inside a string.
const OPENINGS: [&str; 7] =
    ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "ALTER TABLE ", "WITH RECURSIVE "];

/// Whether this line has a string that begins like a statement.
fn begins_a_statement(line: &str) -> bool {
    let code = line.trim_start();
    !code.starts_with("//") && OPENINGS.iter().any(|opening| code.contains(&format!("\"{opening}")))
}

#[test]
fn only_the_store_has_sql() {
    let store = Path::new("crates/store");
    let this = Path::new("crates/server/tests/it/architecture/sql.rs");
    let (inside, outside): (Vec<_>, Vec<_>) = rust_files().into_iter().partition(|path| path.starts_with(store));
    for path in outside.iter().filter(|path| *path != this) {
        for (number, line) in read(path).lines().enumerate() {
            assert!(!begins_a_statement(line), "{}:{}: SQL outside the store", path.display(), number + 1);
        }
    }
    // The same eyes must see the statements that are there.
    let statements = inside.iter().flat_map(|path| read(path).lines().map(begins_a_statement).collect::<Vec<_>>());
    assert!(statements.filter(|found| *found).count() > 20, "this test no longer recognises SQL");
}
