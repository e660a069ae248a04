//! Connections to PostgreSQL: conflicts, losses, and no server at all.

use crate::{make_notes, note, numbers};
use futures_util::future::join_all;
use snug_store::testing::{Parameter, TestDatabase, execute, query};
use snug_store::{Database, Error, Location, Tx};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier};
use std::time::Duration;

fn touch(tx: &mut Tx<'_>, number: i64) -> Result<(), Error> {
    execute(tx, "UPDATE notes SET word = word WHERE number = $1", &[Parameter::Integer(number)]).map(|_| ())
}

#[tokio::test]
async fn two_that_deadlock_are_run_again_and_both_succeed() {
    let database = TestDatabase::postgres();
    make_notes(&database).await;
    database.write(|tx| note(tx, 1).and_then(|_| note(tx, 2))).await.unwrap();

    let (runs, meet) = (Arc::new(AtomicU32::new(0)), Arc::new(Barrier::new(2)));
    let crossing = |first, second| {
        let (runs, meet) = (Arc::clone(&runs), Arc::clone(&meet));
        database.write(move |tx| {
            touch(tx, first)?;
            if runs.fetch_add(1, Ordering::SeqCst) < 2 {
                meet.wait();
            }
            touch(tx, second)
        })
    };
    let (one, other) = tokio::join!(crossing(1, 2), crossing(2, 1));
    assert_eq!((one, other), (Ok(()), Ok(())));
    assert!(runs.load(Ordering::SeqCst) >= 3, "guard: they did meet");
}

#[tokio::test]
async fn a_connection_lost_before_the_commit_is_made_again_and_the_work_done_once() {
    let database = TestDatabase::postgres();
    make_notes(&database).await;
    let runs = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&runs);
    let answer = database
        .write(move |tx| {
            note(tx, 1)?;
            if counted.fetch_add(1, Ordering::SeqCst) == 0 {
                query(tx, "SELECT pg_terminate_backend(pg_backend_pid())", &[], 1)?;
            }
            Ok::<_, Error>(())
        })
        .await;
    assert_eq!(answer, Ok(()));
    assert_eq!(runs.load(Ordering::SeqCst), 2);
    assert_eq!(database.read(numbers).await, Ok(vec![1]));
}

#[tokio::test]
async fn connections_that_were_cut_while_idle_are_not_noticed() {
    let database = TestDatabase::postgres();
    make_notes(&database).await;
    let other = Database::open(database.location()).unwrap();
    let cut = other
        .write::<_, Error, _>(|tx| {
            query(
                tx,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
                &[],
                1,
            )
        })
        .await
        .unwrap();
    assert!(!cut.is_empty(), "guard: there was a connection to cut");
    for number in 0..8 {
        database.write(move |tx| note(tx, number)).await.unwrap();
    }
    assert_eq!(database.read(numbers).await, Ok((0..8).collect()));
}

#[tokio::test]
async fn no_transaction_stays_open_where_nobody_works() {
    let database = TestDatabase::postgres();
    make_notes(&database).await;
    // At once, so that several connections are used; what each read is ended after its caller was answered.
    let reading = |_| database.read(numbers);
    assert!(join_all((0..16).map(reading)).await.iter().all(Result::is_ok));
    let other = Database::open(database.location()).unwrap();
    let open = || {
        other.read::<_, Error, _>(|tx| {
            query(
                tx,
                "SELECT pid FROM pg_stat_activity
                 WHERE datname = current_database() AND state LIKE 'idle in transaction%'",
                &[],
                1,
            )
        })
    };
    for _ in 0..200 {
        if open().await.unwrap().is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("open after two seconds: {:?}", open().await);
}

#[tokio::test]
async fn without_a_server_everybody_is_told_so() {
    let url = String::from("postgres://snug:secret@127.0.0.1:1/snug");
    let database = Database::open(&Location::Postgres { url, connections: 2 }).unwrap();
    for _ in 0..4 {
        let error = database.check().await.unwrap_err();
        assert!(matches!(error, Error::Unavailable(_)));
        assert!(!error.to_string().contains("secret"));
    }
    database.close().await;
}
