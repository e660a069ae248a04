//! What a closure can rely on, on both engines.

use crate::{both, is_conflict, note, numbers};
use snug_store::testing::{Parameter, execute, query};
use snug_store::{Error, Tx};
use std::sync::{Arc, Barrier};

#[tokio::test]
async fn a_closure_that_says_no_leaves_nothing() {
    for database in both().await {
        let no = Error::Fault(String::from("no"));
        let said = no.clone();
        let answer = database.write(move |tx| note(tx, 1).and_then(|_| Err::<(), _>(said.clone()))).await;
        assert_eq!(answer, Err(no));
        assert_eq!(database.read(numbers).await, Ok(Vec::new()));
    }
}

#[tokio::test]
async fn a_closure_that_panics_leaves_nothing_and_the_next_is_served() {
    for database in both().await {
        for number in 0..10 {
            let work = move |tx: &mut Tx<'_>| -> Result<(), Error> {
                note(tx, number)?;
                panic!("a mistake in a closure")
            };
            assert!(matches!(database.write(work).await, Err(Error::Fault(_))));
        }
        database.write(|tx| note(tx, 1)).await.unwrap();
        assert_eq!(database.read(numbers).await, Ok(vec![1]));
    }
}

#[tokio::test]
async fn a_failure_that_is_passed_over_fails_the_transaction_all_the_same() {
    for database in both().await {
        let passed_over = |tx: &mut Tx<'_>| {
            note(tx, 1)?;
            drop(note(tx, 1));
            drop(note(tx, 2));
            Ok(())
        };
        assert!(database.write(passed_over).await.is_err_and(|error| is_conflict(&error)));
        assert_eq!(database.read(numbers).await, Ok(Vec::new()));
    }
}

#[tokio::test]
async fn a_read_cannot_write() {
    for database in both().await {
        assert!(matches!(database.read(|tx| note(tx, 1)).await, Err(Error::Unwritable(_))));
        assert_eq!(database.read(numbers).await, Ok(Vec::new()));
    }
}

#[tokio::test]
async fn parameters_go_by_number_and_not_by_appearance() {
    for database in both().await {
        let ask = |tx: &mut Tx<'_>| {
            note(tx, 1)?;
            let [word, number] = [Parameter::Text(String::from("new")), Parameter::Integer(1)];
            execute(tx, "UPDATE notes SET word = $2 WHERE number = $1 AND word <> $2", &[number, word])?;
            query(tx, "SELECT word FROM notes", &[], 1)
        };
        assert_eq!(database.write::<_, Error, _>(ask).await, Ok(vec![vec![String::from("new")]]));
    }
}

#[tokio::test]
async fn a_read_sees_one_moment_whatever_is_written_meanwhile() {
    for database in both().await {
        let meet = Arc::new(Barrier::new(2));
        let inside = Arc::clone(&meet);
        let looking = database.read::<_, Error, _>(move |tx| {
            let before = numbers(tx)?;
            inside.wait();
            inside.wait();
            Ok((before, numbers(tx)?))
        });
        let writing = async {
            let outside = Arc::clone(&meet);
            tokio::task::spawn_blocking(move || outside.wait()).await.unwrap();
            let written = database.write(|tx| note(tx, 1)).await;
            meet.wait();
            written
        };
        let (seen, written) = tokio::join!(looking, writing);
        assert_eq!(written, Ok(1));
        assert_eq!(seen, Ok((Vec::new(), Vec::new())));
        assert_eq!(database.read(numbers).await, Ok(vec![1]));
    }
}
