//! From an empty database to today's, whoever comes first.

use snug_store::testing::{TestDatabase, execute, query};
use snug_store::{Database, Error, migrations};
use std::fs::read_dir;
use std::path::Path;
use std::thread;

fn files(engine: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
    let mut names: Vec<String> = read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().trim_end_matches(".sql").to_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn every_migration_is_listed_in_order_and_written_for_both_engines() {
    assert!(!migrations().is_empty());
    assert_eq!(files("sqlite"), migrations());
    assert_eq!(files("postgres"), migrations());
}

#[tokio::test]
async fn migrating_again_changes_nothing() {
    for database in [TestDatabase::sqlite(), TestDatabase::postgres()] {
        assert_eq!(database.migrate(), Ok(Vec::new()));
    }
}

#[tokio::test]
async fn several_nodes_may_migrate_at_once() {
    for database in [TestDatabase::empty_sqlite(), TestDatabase::empty_postgres()] {
        let location = database.location();
        let open = || Database::open(location).unwrap();
        let mut done: Vec<_> = thread::scope(|scope| {
            let nodes: Vec<_> = (0..4).map(|_| scope.spawn(|| open().migrate().unwrap())).collect();
            nodes.into_iter().flat_map(|node| node.join().unwrap()).collect()
        });
        // On SQLite they take turns.
        done.sort();
        assert_eq!(done, migrations(), "each was run by one of them");
    }
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_left_alone() {
    for database in [TestDatabase::sqlite(), TestDatabase::postgres()] {
        let newer = "INSERT INTO schema_migrations (name, applied_at) VALUES ('9999_later', 0)";
        database.write(move |tx| execute(tx, newer, &[])).await.unwrap();
        assert_eq!(database.migrate(), Err(Error::Newer(String::from("9999_later"))));
        let names = database.read(|tx| query(tx, "SELECT name FROM schema_migrations", &[], 1)).await.unwrap();
        assert_eq!(names.len(), migrations().len() + 1);
    }
}
