//! A database of one test, migrated, and gone with it.
//!
//! Made in `snug_store`, the only crate that knows the engines.

pub use snug_store::testing::TestDatabase;

/// One on the engine that `SNUG_TEST_DATABASE` names: SQLite, unless it says otherwise.
#[expect(clippy::disallowed_methods, reason = "which engine to test on is said by whoever starts the tests")]
pub(crate) fn chosen() -> TestDatabase {
    match std::env::var("SNUG_TEST_DATABASE").as_deref() {
        Ok("postgres") => TestDatabase::postgres(),
        Ok("sqlite") | Err(_) => TestDatabase::sqlite(),
        Ok(other) => panic!("SNUG_TEST_DATABASE is neither sqlite nor postgres: {other}"),
    }
}
