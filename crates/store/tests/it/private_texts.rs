//! Private is private: a text column that is new is either looked for in the log of every test, or is known to hold
//! nothing of anybody.

use snug_store::Error;
use snug_store::testing::{TestDatabase, query};
use std::collections::BTreeSet;

/// Columns that hold nothing that people wrote and nothing that tells who they are, each with the reason.
const EXCUSED: &[(&str, &str)] = &[
    ("communities.slug", "the operator's own, and public"),
    ("communities.name", "the operator's own, and public"),
    ("communities.host", "the operator's own, and public"),
    ("communities.mail_domain", "the operator's own, and public"),
    ("communities.language", "one of our words"),
    ("communities.accent", "the operator's own, and public"),
    ("communities.logo", "made from a picture, and public"),
    ("communities.sentence", "the operator's own, and public"),
    ("community_icons.icon", "one of our words"),
    ("community_icons.logo", "made from a picture, and public"),
    ("people.kind", "one of our words"),
    ("people.state", "one of our words"),
    ("people.language", "one of our words"),
    ("preferences.theme", "one of our words"),
    ("preferences.writers", "one of our words"),
    ("preferences.time_zone", "one of the world's names of zones"),
    ("preferences.browser_time_zone", "one of the world's names of zones"),
    ("person_words.word", "a part of people.name or people.handle"),
    ("person_beginnings.beginning", "the first letters of a part of people.name or people.handle"),
    ("person_beginnings.handle", "the same as people.handle"),
    ("person_looks.look", "made from people.name"),
    ("person_looks.look_of", "one of our words"),
    ("people.handle_look", "made from people.handle"),
    ("released_handles.handle_look", "made from released_handles.handle"),
    ("addresses.mail_state", "one of our words"),
    ("api_tokens.scope", "one of our words"),
    ("sign_ups.language", "one of our words"),
    ("links.purpose", "one of our words"),
    ("conversations.kind", "one of our words"),
    ("conversations.adding", "one of our words"),
    ("participants.state", "one of our words"),
    ("participants.role", "one of our words"),
    ("participants.went", "one of our words"),
    ("seats.shelf", "one of our words"),
    ("seats.level", "one of our words"),
    ("invitations.state", "one of our words"),
    ("messages.kind", "one of our words"),
    ("messages.origin", "one of our words"),
    ("changes.kind", "one of our words"),
    ("deliveries.kind", "one of our words"),
    ("deliveries.state", "one of our words"),
    ("allowances.name", "one of our words"),
    ("jobs.name", "one of our words"),
    ("write_probes.name", "one of our words"),
    ("schema_migrations.name", "one of our words"),
];

/// The columns of the one statement that lists private texts, each line of which is `SELECT column FROM table`.
fn listed() -> BTreeSet<String> {
    let source = include_str!("../../src/private_texts.rs");
    let lines = source.lines().filter_map(|line| line.split_once("SELECT ")?.1.split_once(" FROM "));
    let columns = lines.map(|(column, rest)| {
        let column = column.trim_start_matches("coalesce(").trim_end_matches(", '')");
        let table = rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default();
        format!("{table}.{column}")
    });
    columns.collect()
}

#[tokio::test]
async fn every_text_column_is_looked_for_in_logs_or_excused_by_name() {
    let text_columns = "SELECT tables.name || '.' || columns.name
        FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' AND columns.type = 'TEXT'";
    let rows = TestDatabase::sqlite().read::<_, Error, _>(move |tx| query(tx, text_columns, &[], 1)).await.unwrap();
    let columns: BTreeSet<_> = rows.into_iter().flatten().collect();
    assert!(columns.len() > 40, "guard: there are columns");
    let listed = listed();
    let excused: BTreeSet<_> = EXCUSED.iter().map(|(column, _)| (*column).to_owned()).collect();
    assert_eq!(listed.intersection(&excused).next(), None, "either, not both");
    let known: BTreeSet<_> = listed.union(&excused).cloned().collect();
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| one.difference(other).cloned().collect::<Vec<_>>();
    assert_eq!(only(&columns, &known), [""; 0], "new: add them to private_texts.rs, or to EXCUSED here");
    assert_eq!(only(&known, &columns), [""; 0], "gone: take them out");
}
