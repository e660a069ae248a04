//! What is recorded is what was said.

use crate::{both, is_conflict, note, note_unasked, numbers};
use snug_store::testing::{Outcome, Parameter, Recorded, Statement};
use snug_store::{Engine, Error, Tx};

fn statement(sql: &str, values: Vec<Parameter>, outcome: Outcome) -> Statement {
    Statement { sql: sql.to_owned(), values, outcome }
}

#[tokio::test]
async fn every_statement_is_recorded_with_what_it_was_given_and_what_came_of_it() {
    for database in both().await {
        database.start_recording();
        database.write(|tx| note(tx, 1).and_then(|_| note_unasked(tx, 2))).await.unwrap();
        database.read(numbers).await.unwrap();
        let insert = match database.engine() {
            Engine::Sqlite => "INSERT INTO notes (number, word) VALUES (?1, ?2)",
            Engine::Postgres => "INSERT INTO notes (number, word) VALUES ($1, $2)",
        };
        let noted = |number, outcome| {
            let values = vec![Parameter::Integer(number), Parameter::Text(format!("word {number}"))];
            statement(insert, values, outcome)
        };
        let listed = statement("SELECT number FROM notes ORDER BY number", Vec::new(), Outcome::Answered(2));
        let written = vec![noted(1, Outcome::Touched(1)), noted(2, Outcome::Unasked)];
        assert_eq!(database.stop_recording(), [Recorded::Write(written), Recorded::Read(vec![listed])]);
    }
}

#[tokio::test]
async fn a_recorded_closure_fails_as_any_other() {
    for database in both().await {
        database.start_recording();
        let passed_over = |tx: &mut Tx<'_>| {
            note(tx, 1)?;
            drop(note(tx, 1));
            Ok(())
        };
        let failed: Result<(), Error> = database.write(passed_over).await;
        assert!(failed.is_err_and(|error| is_conflict(&error)));
        assert_eq!(database.read(numbers).await, Ok(Vec::new()));
    }
}

#[tokio::test]
async fn nothing_is_recorded_unless_it_is_asked_for() {
    for database in both().await {
        database.write(|tx| note(tx, 1)).await.unwrap();
        assert_eq!(database.stop_recording(), []);
        database.start_recording();
        assert_eq!(database.stop_recording(), []);
        database.write(|tx| note(tx, 2)).await.unwrap();
        assert_eq!(database.stop_recording(), []);
    }
}
