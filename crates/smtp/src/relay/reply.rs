//! What a server said, in one line.

use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::Response;
use std::error::Error as _;

/// Some servers answer with a page of text; the first lines say it.
const LONGEST: usize = 500;

/// The words of a server that agrees.
pub(super) fn words(response: &Response) -> String {
    let said: Vec<&str> = response.message().collect();
    shortened(&format!("{} {}", response.code(), said.join(" ")))
}

/// The words of a server that does not, or what kept us from hearing them.
pub(super) fn words_of_fault(fault: &Error) -> String {
    match (fault.status(), fault.source()) {
        (Some(code), Some(said)) => shortened(&format!("{code} {said}")),
        _ => shortened(&fault.to_string()),
    }
}

fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().filter(|character| !character.is_control()).take(LONGEST).collect()
}
