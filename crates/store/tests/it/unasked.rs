//! Statements that nobody waits for: PostgreSQL is sent them along with the next that somebody does.

use crate::{both, is_conflict, note, note_unasked, numbers};
use snug_store::testing::{Parameter, run};
use snug_store::{Database, Error, Location, Tx};

#[tokio::test]
async fn they_are_run_in_order_before_what_comes_after_them() {
    for database in both().await {
        let work = |tx: &mut Tx<'_>| {
            note_unasked(tx, 1)?;
            run(tx, "UPDATE notes SET number = 2, word = 'word 2' WHERE number = 1", &[])?;
            note_unasked(tx, 1)?;
            let between = numbers(tx)?;
            run(tx, "DELETE FROM notes WHERE number = 2", &[])?;
            Ok::<_, Error>(between)
        };
        assert_eq!(database.write(work).await, Ok(vec![1, 2]));
        assert_eq!(database.read(numbers).await, Ok(vec![1]));
    }
}

#[tokio::test]
async fn one_that_fails_fails_what_comes_after_it() {
    for database in both().await {
        let work = |tx: &mut Tx<'_>| {
            note_unasked(tx, 1)?;
            note_unasked(tx, 1)?;
            numbers(tx)
        };
        assert!(database.write(work).await.is_err_and(|error| is_conflict(&error)));
        assert_eq!(database.read(numbers).await, Ok(Vec::new()));
    }
}

#[tokio::test]
async fn one_that_fails_last_of_all_keeps_the_transaction_from_being_kept() {
    for database in both().await {
        database.write(|tx| note(tx, 1)).await.unwrap();
        let work = |tx: &mut Tx<'_>| {
            note(tx, 2)?;
            note_unasked(tx, 1)
        };
        assert!(database.write(work).await.is_err_and(|error| is_conflict(&error)));
        assert_eq!(database.read(numbers).await, Ok(vec![1]));
        database.write(|tx| note_unasked(tx, 3)).await.unwrap();
        assert_eq!(database.read(numbers).await, Ok(vec![1, 3]));
    }
}

#[tokio::test]
async fn one_that_cannot_be_sent_keeps_the_transaction_from_being_kept() {
    let [_, database] = both().await;
    let work = |tx: &mut Tx<'_>| {
        note_unasked(tx, 1)?;
        // Bytes are no text, which is found out before they are sent.
        drop(run(tx, "UPDATE notes SET word = $1", &[Parameter::Bytes(Vec::new())]));
        Ok(())
    };
    assert!(matches!(database.write(work).await, Err(Error::Fault(_))));
    assert_eq!(database.read(numbers).await, Ok(Vec::new()));
}

#[tokio::test]
async fn what_a_closure_that_says_no_did_not_wait_for_is_not_kept() {
    for database in both().await {
        let no = Error::Fault(String::from("no"));
        let said = no.clone();
        let work = move |tx: &mut Tx<'_>| note_unasked(tx, 1).and_then(|()| Err::<(), _>(said.clone()));
        assert_eq!(database.write(work).await, Err(no));
        assert_eq!(database.read(numbers).await, Ok(Vec::new()));
    }
}

#[tokio::test]
async fn after_many_that_failed_the_connection_serves_the_next_closure() {
    let [_, database] = both().await;
    let Location::Postgres { url, .. } = database.location() else { panic!("guard: it is on PostgreSQL") };
    let database = Database::open(&Location::Postgres { url: url.clone(), connections: 1 }).unwrap();
    // About as many as are sent before one is waited for.
    for count in 120..140 {
        let work = move |tx: &mut Tx<'_>| {
            (0..count).for_each(|_| drop(note_unasked(tx, 1)));
            Err::<(), _>(Error::Fault(String::from("no")))
        };
        assert!(database.write(work).await.is_err());
        database.write(move |tx| note_unasked(tx, count)).await.unwrap();
    }
    assert_eq!(database.read(numbers).await, Ok((120..140).collect()));
    database.close().await;
}

#[tokio::test]
async fn there_can_be_any_number_of_them() {
    for database in both().await {
        database.write(|tx| (0..1_000).try_for_each(|number| note_unasked(tx, number))).await.unwrap();
        assert_eq!(database.read(numbers).await, Ok((0..1_000).collect()));
    }
}
