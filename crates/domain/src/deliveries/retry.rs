//! When a mail is tried again.

use crate::Span;

/// The longest a mail waits for its next attempt.
pub const LONGEST_WAIT: Span = Span::hours(4);

/// How long to wait after the `attempts`th failed attempt, or `None` to give up.
///
/// RFC 5321, 4.5.4.1, asks for at least 30 minutes between later tries and to go on for four to
/// five days; the first tries come sooner, for servers that greylist.
pub(super) fn wait_after(attempts: i64) -> Option<Span> {
    match attempts {
        ..=1 => Some(Span::minutes(1)),
        2 => Some(Span::minutes(5)),
        3 => Some(Span::minutes(15)),
        4 => Some(Span::minutes(30)),
        5..=8 => Some(Span::hours(1)),
        9..=36 => Some(LONGEST_WAIT),
        _ => None,
    }
}

/// The same while the fault is ours: an operator may need weeks to mend it, and until then nothing is lost.
pub(super) fn wait_for_operator(attempts: i64) -> Option<Span> {
    match attempts {
        ..=36 => wait_after(attempts),
        37..=187 => Some(LONGEST_WAIT),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_WAIT, wait_after, wait_for_operator};
    use crate::Span;

    fn hours(wait: fn(i64) -> Option<Span>) -> i64 {
        assert!((1..).map_while(wait).all(|wait| wait <= LONGEST_WAIT));
        (1..).map_while(wait).map(|wait| wait.0).sum::<i64>() / Span::hours(1).0
    }

    #[test]
    fn a_mail_is_tried_for_four_to_five_days() {
        assert!((4 * 24..=5 * 24).contains(&hours(wait_after)));
    }

    #[test]
    fn a_mail_waits_a_month_for_its_operator() {
        assert!((29 * 24..=31 * 24).contains(&hours(wait_for_operator)));
    }
}
