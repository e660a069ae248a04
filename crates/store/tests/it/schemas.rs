//! Both engines have the same tables, column by column, rule by rule.

use snug_store::Error;
use snug_store::testing::{TestDatabase, query};
use std::collections::BTreeSet;

/// Table, column, kind, whether it must have a value.
const COLUMNS: [&str; 2] = [
    "SELECT tables.name, columns.name,
         CASE columns.type WHEN 'BLOB' THEN 'bytes' WHEN 'INTEGER' THEN 'number' WHEN 'TEXT' THEN 'text'
             ELSE columns.type END,
         columns.\"notnull\"
     FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
     WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'
         -- What a full-text search of SQLite refers to; PostgreSQL needs no such number.
         AND NOT (tables.name = 'messages' AND columns.name = 'number')",
    "SELECT table_name::TEXT, column_name::TEXT,
         CASE data_type WHEN 'uuid' THEN 'bytes' WHEN 'bytea' THEN 'bytes' WHEN 'bigint' THEN 'number'
             WHEN 'boolean' THEN 'number' ELSE data_type END::TEXT,
         is_nullable = 'NO'
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
];

/// View, column.
const VIEWS: [&str; 2] = [
    "SELECT views.name, columns.name, columns.cid, 0
     FROM sqlite_schema AS views, pragma_table_info(views.name) AS columns WHERE views.type = 'view'",
    "SELECT table_name::TEXT, column_name::TEXT, ordinal_position - 1, 0
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'VIEW'",
];

/// Table, columns in order, whether they are unique, whether only for some rows.
const INDEXES: [&str; 2] = [
    "SELECT tables.name,
         (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(indexes.name) ORDER BY seqno)),
         indexes.\"unique\", indexes.partial
     FROM sqlite_schema AS tables, pragma_index_list(tables.name) AS indexes
     WHERE tables.type = 'table'",
    "SELECT tables.relname::TEXT,
         (SELECT string_agg(columns.attname, ',' ORDER BY place)
          FROM unnest(indexes.indkey) WITH ORDINALITY AS keys (number, place)
          JOIN pg_attribute AS columns ON columns.attrelid = tables.oid AND columns.attnum = keys.number),
         indexes.indisunique, indexes.indpred IS NOT NULL
     FROM pg_index AS indexes
     JOIN pg_class AS tables ON tables.oid = indexes.indrelid
     JOIN pg_namespace AS schemas ON schemas.oid = tables.relnamespace
     WHERE schemas.nspname = 'public'",
];

/// Table, its columns in order, the table they refer to, its columns.
const REFERENCES: [&str; 2] = [
    "SELECT tables.name, group_concat(keys.\"from\", ',' ORDER BY keys.seq), keys.\"table\",
         group_concat(keys.\"to\", ',' ORDER BY keys.seq)
     FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
     WHERE tables.type = 'table' GROUP BY tables.name, keys.id, keys.\"table\"",
    "SELECT tables.relname::TEXT, string_agg(own.attname, ',' ORDER BY place), others.relname::TEXT,
         string_agg(other.attname, ',' ORDER BY place)
     FROM pg_constraint AS keys
     JOIN pg_class AS tables ON tables.oid = keys.conrelid
     JOIN pg_class AS others ON others.oid = keys.confrelid
     CROSS JOIN unnest(keys.conkey, keys.confkey) WITH ORDINALITY AS pairs (own_number, other_number, place)
     JOIN pg_attribute AS own ON own.attrelid = keys.conrelid AND own.attnum = pairs.own_number
     JOIN pg_attribute AS other ON other.attrelid = keys.confrelid AND other.attnum = pairs.other_number
     WHERE keys.contype = 'f' GROUP BY keys.oid, tables.relname, others.relname",
];

async fn same_on_both(questions: [&'static str; 2]) {
    let mut answers = Vec::new();
    for (database, sql) in [TestDatabase::sqlite(), TestDatabase::postgres()].iter().zip(questions) {
        let rows = database.read::<_, Error, _>(move |tx| query(tx, sql, &[], 4)).await.unwrap();
        assert!(rows.len() > 10, "guard: there is something to compare");
        answers.push(rows.into_iter().collect::<BTreeSet<_>>());
    }
    let only = |one: usize, other: usize| answers[one].difference(&answers[other]).collect::<Vec<_>>();
    assert!(answers[0] == answers[1], "only on SQLite: {:#?}\nonly on PostgreSQL: {:#?}", only(0, 1), only(1, 0));
}

#[tokio::test]
async fn tables_have_the_same_columns_on_both_engines() {
    same_on_both(COLUMNS).await;
}

#[tokio::test]
async fn views_have_the_same_columns_in_the_same_order_on_both_engines() {
    same_on_both(VIEWS).await;
}

#[tokio::test]
async fn the_same_is_unique_and_indexed_on_both_engines() {
    same_on_both(INDEXES).await;
}

#[tokio::test]
async fn the_same_refers_to_the_same_on_both_engines() {
    same_on_both(REFERENCES).await;
}

#[tokio::test]
async fn what_is_unique_is_plain_columns_so_that_a_conflict_can_name_them() {
    let expressions = "SELECT tables.name
        FROM sqlite_schema AS tables, pragma_index_list(tables.name) AS indexes, pragma_index_info(indexes.name) AS columns
        WHERE tables.type = 'table' AND indexes.\"unique\" AND columns.cid = -2";
    let found = TestDatabase::sqlite().read::<_, Error, _>(|tx| query(tx, expressions, &[], 1)).await;
    assert_eq!(found, Ok(Vec::new()));
}

/// Vocabularies that are closed: a rule of the domain says that there is nothing else.
const CHECKED: [&str; 9] = [
    "kind IN ('member', 'guest')",
    "state IN ('invited', 'joined', 'declined', 'left', 'removed')",
    "went IN ('left', 'removed')",
    "(person_id IS NULL) <> (group_id IS NULL)",
    "(asked_by_id IS NULL) = (asked_at IS NULL)",
    "(asked_by_id IS NULL) = (asked_with_sequence IS NULL)",
    "(asked_by_id IS NULL) = (seen_from_sequence IS NULL)",
    "level IN ('every_message', 'normal', 'muted')",
    "state IN ('pending', 'accepted', 'declined', 'withdrawn')",
];

#[test]
fn words_that_may_grow_are_checked_by_no_database() {
    for migration in [
        include_str!("../../migrations/sqlite/0001_ground.sql"),
        include_str!("../../migrations/postgres/0001_ground.sql"),
    ] {
        let checks = migration.lines().filter_map(|line| line.split_once("CHECK ("));
        let checked: Vec<_> = checks.map(|(_, check)| check.trim_end_matches(',').trim_end_matches(')')).collect();
        let closed: Vec<_> = CHECKED.iter().map(|check| check.trim_end_matches(')')).collect();
        assert_eq!(checked, closed);
    }
}
