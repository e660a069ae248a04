//! Reminding of an invitation that nobody has answered: once, and not at once.

use super::{InvitationState, may_change};
use crate::{Refusal, Span, Timestamp};

/// After this time whoever sent an invitation may remind of it.
pub const REMINDED_AFTER: Span = Span::days(3);

/// The reminder of an invitation that looks undecided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
    /// It may be sent from this time on.
    From(Timestamp),
    /// It may be sent now.
    Now,
    /// It was sent, at this time.
    Sent(Timestamp),
}

impl Reminder {
    /// That of an invitation sent then, which may have been reminded of.
    #[must_use]
    pub fn of(sent_at: Timestamp, reminded_at: Option<Timestamp>, now: Timestamp) -> Self {
        match reminded_at {
            Some(at) => Self::Sent(at),
            None if now - sent_at < REMINDED_AFTER => Self::From(sent_at + REMINDED_AFTER),
            None => Self::Now,
        }
    }
}

/// Whether the starter can remind of it. Declined looks undecided here as everywhere.
pub fn may_remind(
    state: InvitationState,
    sent_at: Timestamp,
    reminded_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), Refusal> {
    may_change(state, sent_at, now)?;
    match Reminder::of(sent_at, reminded_at, now) {
        Reminder::Sent(_) => Err(Refusal::AlreadyReminded),
        Reminder::From(again_at) => Err(Refusal::TooEarly { again_at }),
        Reminder::Now => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{InvitationState, may_remind};
    use crate::{Refusal, Span, Timestamp};

    const NOW: Timestamp = Timestamp(1_800_000_000_000);

    #[test]
    fn one_reminds_once_after_three_days_and_not_of_what_lapsed() {
        let remind = |days, reminded_at| may_remind(InvitationState::Pending, NOW - Span::days(days), reminded_at, NOW);
        assert_eq!(remind(2, None), Err(Refusal::TooEarly { again_at: NOW + Span::days(1) }));
        assert_eq!(remind(3, None), Ok(()));
        assert_eq!(remind(9, Some(NOW - Span::days(1))), Err(Refusal::AlreadyReminded));
        assert_eq!(remind(30, None), Err(Refusal::NoLongerOpen));
        for days in [0, 3, 29, 30] {
            let of = |state| may_remind(state, NOW - Span::days(days), None, NOW);
            assert_eq!(of(InvitationState::Declined), of(InvitationState::Pending), "declining leaves no trace");
        }
    }
}
