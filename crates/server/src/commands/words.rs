//! What went wrong, in the words of a command line.

use anyhow::anyhow;
use snug_app::Error;
use snug_domain::{Field, Invalid, Problem};

/// Why a use case did not do it. Fields are called as the options they came from.
pub(super) fn in_words(error: Error, option: impl Fn(Field) -> &'static str) -> anyhow::Error {
    match error {
        Error::Invalid(faults) => {
            let sentences: Vec<String> = faults.iter().map(|fault| sentence(fault, option(fault.field))).collect();
            anyhow!("{}", sentences.join("; "))
        }
        Error::Busy | Error::Unavailable => anyhow!("the database is unavailable"),
        Error::CannotSave => anyhow!("the database is read-only or full: run `snug doctor`"),
        Error::Internal(fault) => fault.context("internal error"),
        other => anyhow!("{other}"),
    }
}

fn sentence(fault: &Invalid, option: &str) -> String {
    match fault.problem {
        Problem::Empty => format!("{option} is empty"),
        Problem::TooShort { least } => format!("{option} needs at least {least} characters"),
        Problem::TooLong { most } => format!("{option} has more than {most} characters"),
        Problem::Malformed => format!("{option} has something in it that cannot be there"),
        Problem::Invisible => format!("{option} has characters in it that cannot be seen"),
        Problem::Reserved => format!("{option} is reserved"),
        Problem::HoldsHandle => format!("{option} has somebody's handle in it"),
        Problem::Taken => format!("{option} is taken already"),
        Problem::Wrong => format!("{option} is wrong"),
        Problem::NotFound => format!("{option} names nothing that is there"),
        Problem::TooCommon => format!("{option} is guessed too easily"),
        Problem::TooFaint { passes } => format!(
            "{option} is too faint: as text it is not read on paper, and it does not carry white text (WCAG 2.2 asks for \
             4.5 : 1); the nearest that does both is {passes}"
        ),
        Problem::TooHeavy { most } => format!("{option} has more than {} KB", most / 1_024),
        Problem::IsSvg => format!(
            "{option} is an SVG, which can hold scripts and load things from elsewhere; save it as PNG, at best 512 by 512 \
             pixels"
        ),
        Problem::NotAPicture => format!("{option} is no picture of PNG, JPEG or WebP, or it is damaged"),
        Problem::WrongSize { least, most } => format!("{option} needs edges from {least} to {most} pixels"),
        Problem::NotSquare => {
            format!("{option} is not square enough: its longer edge may be one and a half times the shorter one")
        }
        Problem::TooMany { most } => format!("there are {most} already, and no more can be"),
    }
}
