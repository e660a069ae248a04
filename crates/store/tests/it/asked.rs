//! What is asked now and read later.

use crate::{both, is_conflict, note, note_unasked, numbers};
use snug_store::testing::{Parameter, ask};
use snug_store::{Error, Tx};

const ABOVE: &str = "SELECT number FROM notes WHERE number > $1 ORDER BY number";

fn above(tx: &mut Tx<'_>, number: i64) -> Result<Vec<i64>, Error> {
    ask(tx, ABOVE, &[Parameter::Integer(number)])?.all(tx)
}

#[tokio::test]
async fn answers_are_read_in_any_order_after_other_statements_or_not_at_all() {
    for database in both().await {
        let work = |tx: &mut Tx<'_>| {
            note(tx, 1)?;
            let one = ask(tx, ABOVE, &[Parameter::Integer(0)])?;
            note_unasked(tx, 2)?;
            let two = ask(tx, ABOVE, &[Parameter::Integer(0)])?;
            let unread = ask(tx, ABOVE, &[Parameter::Integer(0)])?;
            note(tx, 3)?;
            let (two, one) = (two.all(tx)?, one.one(tx)?);
            drop(unread);
            Ok::<_, Error>((one, two, above(tx, 1)?))
        };
        assert_eq!(database.write(work).await, Ok((1, vec![1, 2], vec![2, 3])), "as it was when it was asked");
        assert_eq!(database.read(|tx| above(tx, 2)).await, Ok(vec![3]));
    }
}

#[tokio::test]
async fn more_rows_or_fewer_than_are_wanted_are_told() {
    for database in both().await {
        database.write(|tx| note(tx, 1).and_then(|_| note(tx, 2))).await.unwrap();
        let optional = async |number| {
            let values = [Parameter::Integer(number)];
            database.read(move |tx| ask(tx, ABOVE, &values)?.optional(tx)).await
        };
        assert_eq!((optional(2).await, optional(1).await), (Ok(None), Ok(Some(2))));
        assert!(matches!(optional(0).await, Err(Error::Fault(_))));
        let one = database.read(|tx| ask(tx, ABOVE, &[Parameter::Integer(2)])?.one(tx)).await;
        assert!(matches!(one, Err(Error::Fault(_))));
    }
}

#[tokio::test]
async fn what_fails_meanwhile_fails_the_answer_and_the_transaction() {
    for database in both().await {
        let work = |tx: &mut Tx<'_>| {
            note(tx, 1)?;
            drop(note_unasked(tx, 1));
            let asked = ask(tx, ABOVE, &[Parameter::Integer(0)]);
            assert!(asked.and_then(|asked| asked.all(tx)).is_err());
            Ok::<_, Error>(())
        };
        assert!(database.write(work).await.is_err_and(|error| is_conflict(&error)));
        let breaks = |tx: &mut Tx<'_>| {
            note(tx, 1)?;
            let asked = ask(tx, "INSERT INTO notes (number, word) VALUES (1, 'again') RETURNING number", &[]);
            drop(asked.and_then(|asked| asked.all(tx)));
            Ok::<_, Error>(())
        };
        assert!(database.write(breaks).await.is_err_and(|error| is_conflict(&error)));
        assert_eq!(database.read(numbers).await, Ok(Vec::new()));
    }
}
