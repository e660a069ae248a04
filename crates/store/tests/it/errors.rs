//! What an error may say: it goes to logs, so never what people wrote.

use crate::{both, note};
use snug_store::testing::{Parameter, execute};
use snug_store::{Error, Tx};

const CANARY: &str = "canary-7f3a";

fn canary() -> Parameter {
    Parameter::Text(CANARY.to_owned())
}

type Work = fn(&mut Tx<'_>) -> Result<u64, Error>;

/// Statements that fail, each with the canary in its hands.
const FAILURES: [(&str, Work); 4] = [
    ("a row that is there already", |tx| {
        execute(tx, "INSERT INTO notes (number, word) VALUES (1, $1)", &[canary()])?;
        execute(tx, "INSERT INTO notes (number, word) VALUES (2, $1)", &[canary()])
    }),
    ("a row that is not allowed", |tx| {
        execute(tx, "CREATE TABLE empty_only (word TEXT NOT NULL CHECK (word = ''))", &[])?;
        execute(tx, "INSERT INTO empty_only (word) VALUES ($1)", &[canary()])
    }),
    ("a row that refers to none", |tx| {
        execute(tx, "CREATE TABLE answers (word TEXT REFERENCES notes (word))", &[])?;
        execute(tx, "INSERT INTO answers (word) VALUES ($1)", &[canary()])
    }),
    ("a parameter too many", |tx| execute(tx, "DELETE FROM notes", &[canary()])),
];

#[tokio::test]
async fn an_error_never_repeats_a_value() {
    for database in both().await {
        for (what, work) in FAILURES {
            let error = database.write(work).await.expect_err(what);
            for text in [error.to_string(), format!("{error:?}")] {
                assert!(!text.contains(CANARY), "{what}: {text}");
                assert!(text.len() > 10, "guard: it says something");
            }
        }
    }
}

#[tokio::test]
async fn a_row_that_is_there_already_is_named_alike_on_both_engines() {
    for database in both().await {
        let twice = |tx: &mut Tx<'_>| {
            note(tx, 1)?;
            execute(tx, "INSERT INTO notes (number, word) VALUES (2, 'word 1')", &[])
        };
        let columns = vec![String::from("word")];
        assert_eq!(database.write(twice).await, Err(Error::Conflict { table: String::from("notes"), columns }));
    }
}
