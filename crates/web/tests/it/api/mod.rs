//! The API, as its programs see it.

mod account;
mod answer;
mod blocks;
mod callers;
mod communities;
mod conversations;
mod description;
mod live;
mod me;
mod pages;
mod people;
mod problems;
mod program;
mod retries;
mod several;
mod tokens;

pub(crate) use program::Program;
use serde_json::Value;
use snug_testkit::browser::Answer;

/// Expects this status.
#[track_caller]
fn expect(answer: &Answer, status: u16) {
    assert_eq!(answer.status().as_u16(), status, "{}", answer.body);
}

/// Expects a problem with this status, and returns its code.
#[track_caller]
fn problem(answer: &Answer, status: u16) -> String {
    expect(answer, status);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    assert_eq!(problem["status"], status, "the body says the status too");
    text(&problem["code"])
}

/// A text in JSON.
#[track_caller]
fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}
