//! What a use case said no with, for a test that expects a no.

use snug_app::Error;
use snug_domain::{Invalid, Refusal, Timestamp};

/// The rule that forbade it.
#[track_caller]
pub fn refused<T>(answer: Result<T, Error>) -> Refusal {
    match answer {
        Err(Error::Refused(refusal)) => refusal,
        Err(other) => panic!("expected a refusal, got: {other}"),
        Ok(_) => panic!("expected a refusal, but it was done"),
    }
}

/// What was typed wrong.
#[track_caller]
pub fn invalid<T>(answer: Result<T, Error>) -> Vec<Invalid> {
    match answer {
        Err(Error::Invalid(faults)) => faults,
        Err(other) => panic!("expected invalid input, got: {other}"),
        Ok(_) => panic!("expected invalid input, but it was taken"),
    }
}

/// When to try again.
#[track_caller]
pub fn retry_at<T>(answer: Result<T, Error>) -> Timestamp {
    match answer {
        Err(Error::TooMany { retry_at }) => retry_at,
        Err(other) => panic!("expected a limit, got: {other}"),
        Ok(_) => panic!("expected a limit, but it was done"),
    }
}
