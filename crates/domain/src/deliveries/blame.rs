//! Whose fault a refusal is.

use super::phrases::{Hint, hint};
use super::{EnhancedCode, Extension, Rejection, SetupFault, Stage};

/// Whose fault it is that a mail was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blame {
    /// The recipient's address takes no mail.
    Recipient,
    /// Ours.
    Ours(SetupFault),
    /// Nobody's, or it passes.
    Passing,
}

/// Whose fault this is. The recipient is blamed only by a permanent answer to a command that names them or carries
/// their mail, and only where code or words are about them.
pub(super) fn blame(rejection: &Rejection) -> Blame {
    let Some(code) = rejection.code else { return without_code(rejection.stage) };
    let (enhanced, said) = (rejection.enhanced(), hint(&rejection.words));
    if code < 500 {
        return for_now(enhanced, said);
    }
    if matches!(code, 530 | 534 | 535 | 538) {
        // RFC 4954, section 6; 530 is also how a server asks for STARTTLS.
        return Blame::Ours(if said == Hint::Ours(SetupFault::Encryption) {
            SetupFault::Encryption
        } else {
            SetupFault::Login
        });
    }
    match rejection.stage {
        Stage::Recipient | Stage::Data | Stage::Content => about_a_mail(rejection.stage, code, enhanced, said),
        stage => Blame::Ours(before_the_mail(stage, enhanced, said)),
    }
}

/// Whether a refusal says that there is no such mailbox, or none that takes mail ever, so that more mail to it makes no
/// sense: not one that is full, and not one that the servers on the way cannot name.
#[must_use]
pub fn shows_dead_address(rejection: &Rejection) -> bool {
    let may_pass = match rejection.enhanced() {
        Some(code) => matches!((code.subject, code.detail), (2, 2..=4) | (6, _)),
        None => rejection.code == Some(552),
    };
    let is_full = ["quota", "full", "exceeded", "storage"];
    let words = rejection.words.to_lowercase();
    !may_pass && !is_full.iter().any(|word| words.contains(word)) && blame(rejection) == Blame::Recipient
}

const fn without_code(stage: Stage) -> Blame {
    match stage {
        Stage::Connection | Stage::Greeting => Blame::Ours(SetupFault::Unreachable),
        Stage::Encryption => Blame::Ours(SetupFault::Encryption),
        Stage::Login => Blame::Ours(SetupFault::Login),
        Stage::Lacks(Extension::Utf8) => Blame::Ours(SetupFault::Utf8),
        Stage::Lacks(Extension::Size) => Blame::Ours(SetupFault::Size),
        // The connection was lost, or an answer did not come in time.
        _ => Blame::Passing,
    }
}

/// A temporary answer: the operator is told where it will not pass by itself.
fn for_now(enhanced: Option<EnhancedCode>, said: Hint) -> Blame {
    match (said, enhanced.and_then(ours_by_code)) {
        (Hint::Passing | Hint::Rate, _) => Blame::Passing,
        (Hint::Ours(fault), _) | (_, Some(fault)) => Blame::Ours(fault),
        _ => Blame::Passing,
    }
}

fn before_the_mail(stage: Stage, enhanced: Option<EnhancedCode>, said: Hint) -> SetupFault {
    match (said, enhanced.and_then(ours_by_code)) {
        (_, Some(fault)) | (Hint::Ours(fault), None) => fault,
        (Hint::Rate, _) => SetupFault::Limit,
        _ => match stage {
            Stage::Hello => SetupFault::Hello,
            Stage::Encryption => SetupFault::Encryption,
            Stage::Login => SetupFault::Login,
            Stage::Sender => SetupFault::Sender,
            _ => SetupFault::Unreachable,
        },
    }
}

fn about_a_mail(stage: Stage, code: u16, enhanced: Option<EnhancedCode>, said: Hint) -> Blame {
    if said == Hint::Passing {
        return Blame::Passing;
    }
    if let Some(found) = enhanced {
        if is_about_mailbox(found) {
            // Some servers answer RCPT TO with a code of addresses, and mean the sender's.
            return match said {
                Hint::Ours(fault @ SetupFault::Sender) => Blame::Ours(fault),
                _ => Blame::Recipient,
            };
        }
        if let Some(fault) = ours_by_code(found) {
            return Blame::Ours(fault);
        }
    }
    match said {
        Hint::Ours(fault) => Blame::Ours(fault),
        Hint::Rate => Blame::Ours(SetupFault::Limit),
        Hint::Recipient => Blame::Recipient,
        Hint::Passing | Hint::ProbablyOurs | Hint::Nothing => {
            by_code_alone(stage, code, enhanced, said == Hint::ProbablyOurs)
        }
    }
}

/// Codes that say of a mailbox or its domain that it takes no mail (RFC 3463, 6531, 7293, 7505, and Microsoft's for a
/// recipient that its directory does not know).
const fn is_about_mailbox(code: EnhancedCode) -> bool {
    matches!(
        (code.subject, code.detail),
        (1, 1 | 2 | 3 | 4 | 6 | 10) | (2, 1..=4) | (4, 1 | 4 | 310 | 312) | (6, 7 | 9) | (7, 17 | 18)
    )
}

/// Codes that are about us, whatever the words (RFC 3463, 4954, 7372, Google's and Microsoft's own).
const fn ours_by_code(code: EnhancedCode) -> Option<SetupFault> {
    match (code.subject, code.detail) {
        (1, 7 | 8 | 20) | (2, 252) | (7, 60) => Some(SetupFault::Sender),
        (1, 90) | (4, 5) | (7, 705) => Some(SetupFault::Limit),
        (7, 3 | 8 | 9 | 13 | 14 | 57 | 139) => Some(SetupFault::Login),
        (7, 10 | 11 | 30) => Some(SetupFault::Encryption),
        (7, 20..=27 | 29 | 509 | 515) => Some(SetupFault::Authentication),
        (7, 28 | 501..=503 | 511 | 606..=649 | 703 | 708) => Some(SetupFault::Reputation),
        (7, 54 | 64 | 68 | 750) => Some(SetupFault::Relay),
        _ => None,
    }
}

fn by_code_alone(stage: Stage, code: u16, enhanced: Option<EnhancedCode>, is_probably_ours: bool) -> Blame {
    let subject = enhanced.map_or(0, |found| found.subject);
    match (subject, code) {
        // Other or undefined status of an address or a mailbox.
        (1 | 2, _)
            if !is_probably_ours && stage == Stage::Recipient && enhanced.is_some_and(|found| found.detail == 0) =>
        {
            Blame::Recipient
        }
        (3 | 4, _) | (_, 521) => Blame::Ours(SetupFault::Server),
        (5, _) | (0, 500..=504 | 555) => Blame::Ours(SetupFault::Protocol),
        // RFC 5321 and RFC 7504: codes that name the mailbox, where the command does too.
        (0, 556) if stage == Stage::Recipient => Blame::Recipient,
        (0, 550..=553) if !is_probably_ours && stage == Stage::Recipient => Blame::Recipient,
        _ => Blame::Ours(SetupFault::Policy),
    }
}
