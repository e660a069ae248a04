//! Group commit on SQLite: many closures, one commit, each for itself.

use crate::{is_conflict, make_notes, note, numbers};
use snug_store::testing::TestDatabase;
use snug_store::{Database, Error, Location};
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::{Arc, Barrier};
use std::task::{Context, Poll, Waker};

/// Lets a future do its first step, which puts its closure into the queue. The
/// writer must be held, or the answer may be there already.
fn queue<F: Future>(future: F) -> Pin<Box<F>> {
    let mut future = Box::pin(future);
    assert!(matches!(future.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Pending));
    future
}

/// Keeps the writer busy, so that what is queued until the barrier is passed
/// becomes one batch.
fn hold(database: &Database, barrier: &Arc<Barrier>) -> Pin<Box<impl Future<Output = Result<(), Error>>>> {
    let (begun, held) = (Arc::new(Barrier::new(2)), Arc::clone(barrier));
    let database = database.clone();
    let inside = Arc::clone(&begun);
    let held = queue(async move {
        database
            .write(move |_| {
                inside.wait();
                held.wait();
                Ok(())
            })
            .await
    });
    begun.wait();
    held
}

#[tokio::test]
async fn a_closure_that_fails_or_panics_takes_nobody_with_it() {
    let database = TestDatabase::sqlite();
    make_notes(&database).await;
    let barrier = Arc::new(Barrier::new(2));
    let held = hold(&database, &barrier);
    let waiting: Vec<_> = (0..100)
        .map(|number| {
            queue(database.write(move |tx| {
                note(tx, number)?;
                match number % 10 {
                    3 => Err(Error::Fault(String::from("changed my mind"))),
                    // A row that is there already.
                    5 => note(tx, number),
                    7 => panic!("a mistake in a closure"),
                    _ => Ok(1),
                }
            }))
        })
        .collect();
    barrier.wait();
    held.await.unwrap();
    for (number, answer) in (0_i64..).zip(waiting) {
        let answer = answer.await;
        match number % 10 {
            3 => assert_eq!(answer, Err(Error::Fault(String::from("changed my mind")))),
            5 => assert!(is_conflict(&answer.unwrap_err())),
            7 => assert!(matches!(answer, Err(Error::Fault(_)))),
            _ => assert_eq!(answer, Ok(1)),
        }
    }
    let kept: Vec<i64> = (0..100).filter(|number| ![3, 5, 7].contains(&(number % 10))).collect();
    assert_eq!(database.read(numbers).await, Ok(kept));
}

#[tokio::test]
async fn what_was_answered_is_there_for_whoever_opens_the_file_next() {
    let database = TestDatabase::sqlite();
    make_notes(&database).await;
    let barrier = Arc::new(Barrier::new(2));
    let held = hold(&database, &barrier);
    let waiting: Vec<_> = (0..300).map(|number| queue(database.write(move |tx| note(tx, number)))).collect();
    barrier.wait();
    held.await.unwrap();
    for answer in waiting {
        answer.await.unwrap();
    }
    // Not closed: the first handle could be killed at this moment.
    let other = Database::open(database.location()).unwrap();
    assert_eq!(other.read(numbers).await, Ok((0..300).collect()));
}

#[tokio::test]
async fn closing_finishes_what_waits_and_takes_nothing_more() {
    let database = TestDatabase::sqlite();
    make_notes(&database).await;
    let barrier = Arc::new(Barrier::new(2));
    let held = hold(&database, &barrier);
    let waiting = queue(database.write(|tx| note(tx, 1)));
    let mut closing = pin!(database.close());
    assert!(closing.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    assert!(matches!(database.write(|tx| note(tx, 2)).await, Err(Error::Unavailable(_))));
    barrier.wait();
    held.await.unwrap();
    waiting.await.unwrap();
    closing.await;
    let again = Database::open(database.location()).unwrap();
    assert_eq!(again.read(numbers).await, Ok(vec![1]));
}

#[tokio::test]
async fn a_database_that_was_closed_leaves_no_log_beside_its_file() {
    let database = TestDatabase::sqlite();
    make_notes(&database).await;
    let Location::Sqlite { file, synchronous, .. } = database.location() else { panic!("guard: it is a file") };
    let (location, log) =
        (Location::Sqlite { file: file.clone(), synchronous: *synchronous, readers: 8 }, file.with_extension("db-wal"));
    database.close().await;
    // Whether all connections happen to close at the same moment is chance.
    for number in 0..50 {
        let again = Database::open(&location).unwrap();
        again.write(move |tx| note(tx, number)).await.unwrap();
        assert!(log.exists(), "guard: this is the log");
        again.close().await;
        assert!(!log.exists(), "the log is still there after {number}");
    }
}

#[tokio::test]
async fn a_write_nobody_waits_for_any_more_is_done_all_the_same() {
    let database = TestDatabase::sqlite();
    make_notes(&database).await;
    let barrier = Arc::new(Barrier::new(2));
    let held = hold(&database, &barrier);
    drop(queue(database.write(|tx| note(tx, 1))));
    barrier.wait();
    held.await.unwrap();
    database.write(|tx| note(tx, 2)).await.unwrap();
    assert_eq!(database.read(numbers).await, Ok(vec![1, 2]));
}
