//! A database that can be read and not written.

use snug_store::testing::{TestDatabase, execute};
use snug_store::{Database, Error, Location, communities};

#[tokio::test]
async fn a_database_that_works_can_be_written() {
    for database in [TestDatabase::sqlite(), TestDatabase::postgres()] {
        assert_eq!(database.check().await, Ok(()));
        assert_eq!(database.check_writing().await, Ok(()));
    }
}

#[tokio::test]
async fn a_server_that_is_read_only_is_read_and_says_why_it_is_not_written() {
    let database = TestDatabase::postgres();
    let Location::Postgres { url, .. } = database.location() else { panic!("guard: it is on PostgreSQL") };
    let name = url.split('?').next().and_then(|place| place.rsplit('/').next()).unwrap().to_owned();
    // Connected before, so that it can write all the time.
    let operator = Database::open(&Location::Postgres { url: url.clone(), connections: 1 }).unwrap();
    let make = |value| {
        let sql: &'static str = format!("ALTER DATABASE {name} SET default_transaction_read_only = {value}").leak();
        operator.write::<_, Error, _>(move |tx| execute(tx, sql, &[]))
    };
    make("on").await.unwrap();
    let reader = Database::open(&Location::Postgres { url: url.clone(), connections: 1 }).unwrap();
    assert_eq!(reader.check().await, Ok(()));
    for _ in 0..2 {
        let error = reader.check_writing().await.unwrap_err();
        assert_eq!(error, Error::Unwritable(String::from("the server is read-only (PostgreSQL code 25006)")));
    }
    make("off").await.unwrap();
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
         AND pid <> pg_backend_pid()";
    operator.write::<_, Error, _>(move |tx| execute(tx, cut, &[])).await.unwrap();
    // The first finds its connection cut, in the commit, so that it is not run again.
    drop(reader.check_writing().await);
    assert_eq!(reader.check_writing().await, Ok(()), "and is written when it can be");
    reader.close().await;
    operator.close().await;
}

#[tokio::test]
async fn a_file_that_was_found_to_be_damaged_stays_so_until_it_is_opened_anew() {
    let database = TestDatabase::sqlite();
    let Location::Sqlite { file, .. } = database.location().clone() else { panic!("guard: it is a file") };
    database.close().await;
    let sound = std::fs::read(&file).unwrap();
    for (kind, from) in [("every page but the first", 4_096), ("the whole of it", 0)] {
        let database = Database::open(database.location()).unwrap();
        // Overwritten, not replaced: it is the file that is open.
        let mut damaged = sound.clone();
        damaged[from..].fill(0xA5);
        std::fs::write(&file, &damaged).unwrap();
        let look = || database.read(|tx| communities::find_by_host(tx, "riverside.example"));
        let found = [look().await.map(drop), database.check().await];
        assert!(found.iter().any(|found| matches!(found, Err(Error::Damaged(_)))), "{kind}: {found:?}");

        std::fs::write(&file, &sound).unwrap();
        let Err(Error::Damaged(words)) = database.check().await else { panic!("{kind}: it cannot know what is whole") };
        assert!(words.contains("SQLite code 11") || words.contains("SQLite code 26"), "{words}");
        database.close().await;
    }
    let database = Database::open(database.location()).unwrap();
    assert_eq!((database.check().await, database.check_writing().await), (Ok(()), Ok(())));
    database.close().await;
}
