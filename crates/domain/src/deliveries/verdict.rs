use super::blame::{Blame, blame};
use super::retry::{wait_after, wait_for_operator};
use super::{Rejection, SetupFault, Stage};
use crate::Span;

/// What follows from a mail that was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The address takes no mail: the mail bounced.
    Bounced,
    /// The mail is tried again.
    Later {
        /// When.
        wait: Span,
        /// The fault of our own set-up that holds it up, if one does.
        fault: Option<SetupFault>,
    },
    /// The mail is given up, and nobody's address is at fault.
    GivenUp,
}

/// What follows from a mail that was not taken, at its `attempts`th attempt.
#[must_use]
pub fn verdict(rejection: &Rejection, attempts: i64) -> Verdict {
    let later = |wait: Option<Span>, fault| wait.map_or(Verdict::GivenUp, |wait| Verdict::Later { wait, fault });
    match blame(rejection) {
        Blame::Recipient => Verdict::Bounced,
        // The address is of a kind that cannot be reached from here: its sender hears so, as after any other outage.
        Blame::Ours(fault @ SetupFault::Utf8) => {
            wait_after(attempts).map_or(Verdict::Bounced, |wait| Verdict::Later { wait, fault: Some(fault) })
        }
        Blame::Ours(fault) => later(wait_for_operator(attempts), Some(fault)),
        Blame::Passing if rejection.code.is_some() && rejection.stage >= Stage::Recipient => {
            wait_after(attempts).map_or(Verdict::Bounced, |wait| Verdict::Later { wait, fault: None })
        }
        Blame::Passing => later(wait_for_operator(attempts), None),
    }
}

#[cfg(test)]
mod tests;
