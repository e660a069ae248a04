//! Everything that is stored, so that a test can tell that nothing changed.

use crate::test_app::TestApp;
use snug_domain::CommunityId;
use snug_store::testing::all_rows;
use std::collections::BTreeSet;

/// What is noted when somebody only looks: when they were last seen, and whether anything can be written.
const NOTED_BY_LOOKING: [&str; 3] = ["sessions.seen_at", "api_tokens.used_at", "write_probes.filler"];

/// All rows of a database at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows(BTreeSet<String>);

impl TestApp {
    /// Every row there is, but for what is noted when somebody only looks.
    pub async fn rows(&self) -> Rows {
        let rows: Result<_, snug_store::Error> = self.database().read(|tx| all_rows(tx, &NOTED_BY_LOOKING)).await;
        Rows(rows.expect("the database can be read"))
    }
}

impl Rows {
    /// Those of one community.
    #[must_use]
    pub fn of(&self, community: CommunityId) -> Self {
        let id = format!("community_id={:02x?}", community.0.as_bytes());
        Self(self.0.iter().filter(|row| row.contains(&id)).cloned().collect())
    }

    /// Without the rows of a table.
    #[must_use]
    pub fn without(&self, table: &str) -> Self {
        let begins = format!("{table}: ");
        Self(self.0.iter().filter(|row| !row.starts_with(&begins)).cloned().collect())
    }

    /// The rows of a table, each as `table: column=value, …`; of every table where none is named.
    #[must_use]
    pub fn texts(&self, table: &str) -> Vec<&str> {
        let begins = if table.is_empty() { String::new() } else { format!("{table}: ") };
        self.0.iter().map(String::as_str).filter(|row| row.starts_with(&begins)).collect()
    }

    /// How many.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Fails, and shows what changed, unless these are the rows from before.
    #[track_caller]
    pub fn assert_same(&self, before: &Self, what: &str) {
        let gone: Vec<_> = before.0.difference(&self.0).collect();
        let new: Vec<_> = self.0.difference(&before.0).collect();
        assert!(gone.is_empty() && new.is_empty(), "{what} changed something.\nGone: {gone:#?}\nNew: {new:#?}");
    }
}
