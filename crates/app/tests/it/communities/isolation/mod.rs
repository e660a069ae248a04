//! Ids, tokens and people of one community mean nothing in another.

mod conversations;
mod links;
mod people;

use snug_app::Error;

fn is_not_found<T>(answer: &Result<T, Error>) -> bool {
    matches!(answer, Err(Error::NotFound))
}
