//! How often something may be done: the generic cell rate algorithm.
//!
//! One number is kept for each counted thing, the *theoretical arrival time*: when all that was
//! done would be paid for at the steady rate. It needs no window that resets at midnight, and it
//! tells exactly when to try again (ITU-T I.371; the "leaky bucket as a meter").

use crate::{Span, Timestamp};

/// So many at once, and so many in each `period` after that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// The word under which it is counted.
    pub name: &'static str,
    /// How many in each period, and as many at once.
    pub count: i64,
    /// The period.
    pub period: Span,
}

impl Allowance {
    /// The same for something that is so many times as large.
    #[must_use]
    pub const fn times(self, factor: i64) -> Self {
        Self { count: self.count * factor, ..self }
    }

    /// Whether one more may be done at `now`, given the number kept from before.
    ///
    /// `Ok` is the number to keep; `Err` is when to try again.
    pub fn admit(self, kept: Option<Timestamp>, now: Timestamp) -> Result<Timestamp, Timestamp> {
        self.admit_many(1, kept, now)
    }

    /// Whether so many more may be done at `now`.
    pub fn admit_many(self, count: i64, kept: Option<Timestamp>, now: Timestamp) -> Result<Timestamp, Timestamp> {
        let each = (self.period.0 / self.count.max(1)).saturating_mul(count);
        // Nothing reaches further than a period: more is from a clock that was ahead. It is forgotten, not shortened,
        // for a refusal keeps what is kept, and would be repeated until that time comes.
        let kept = kept.filter(|kept| kept.is_plausible(now, self.period));
        let paid_until = kept.map_or(now, |kept| kept.max(now));
        let paid_until = Timestamp(paid_until.0.saturating_add(each));
        let may_at = paid_until - self.period;
        if may_at <= now { Ok(paid_until) } else { Err(may_at) }
    }
}

/// Small changes by one person: archiving, deciding, deleting, preferences, tokens, sessions.
pub const CHANGES: &[Allowance] = &[
    Allowance { name: "changes by person", count: 120, period: Span::minutes(1) },
    Allowance { name: "changes by person a day", count: 2_000, period: Span::days(1) },
];
/// Changes of what opens the account by one person: counted apart, so that nothing a stolen token does keeps its owner
/// from throwing it out.
pub const ACCOUNT_CHANGES: &[Allowance] =
    &[Allowance { name: "account changes by person", count: 120, period: Span::minutes(1) }];
/// Read marks, and signs of being on the site, by one person: pages and programs send them by themselves.
pub const MARKS: &[Allowance] = &[
    Allowance { name: "marks by person", count: 120, period: Span::minutes(1) },
    Allowance { name: "marks by person a day", count: 20_000, period: Span::days(1) },
];
/// Attempts of one person to send a message, retries included.
pub const SENDING: &[Allowance] =
    &[Allowance { name: "attempts to send by person", count: 120, period: Span::minutes(1) }];
/// Texts that are rendered for one person before they are taken: previews, and long messages.
pub const RENDERING: &[Allowance] = &[Allowance { name: "renderings by person", count: 60, period: Span::minutes(1) }];
/// Searches of one person in the directory, which searches while they type.
pub const SEARCHES: &[Allowance] = &[Allowance { name: "searches by person", count: 120, period: Span::minutes(1) }];
/// Uses of one link that came by mail.
pub const LINK_USES: &[Allowance] = &[Allowance { name: "uses of link", count: 20, period: Span::hours(1) }];

#[cfg(test)]
mod tests {
    use super::Allowance;
    use crate::{Span, Timestamp};
    use proptest::prelude::{prop, prop_assert, proptest};

    const THREE_A_MINUTE: Allowance = Allowance { name: "test", count: 3, period: Span::minutes(1) };

    #[test]
    fn three_at_once_pass_and_the_fourth_is_told_when() {
        let now = Timestamp(1_000_000);
        let mut kept = None;
        for _ in 0..3 {
            kept = Some(THREE_A_MINUTE.admit(kept, now).expect("within the allowance"));
        }
        assert_eq!(THREE_A_MINUTE.admit(kept, now), Err(now + Span::seconds(20)));
        assert!(THREE_A_MINUTE.admit(kept, now + Span::seconds(20)).is_ok());
    }

    proptest! {
        #[test]
        fn who_waits_as_told_is_admitted(gaps in prop::collection::vec(0_i64..90_000, 1..60)) {
            let (mut now, mut kept) = (Timestamp(0), None);
            for gap in gaps {
                now = now + Span(gap);
                match THREE_A_MINUTE.admit(kept, now) {
                    Ok(next) => kept = Some(next),
                    Err(at) => {
                        prop_assert!(at > now);
                        prop_assert!(THREE_A_MINUTE.admit(kept, at).is_ok());
                    }
                }
            }
        }

        #[test]
        fn a_clock_that_was_ahead_refuses_nothing_for_longer_than_a_few_periods(
            ahead in 1_i64..400 * 24 * 3_600_000, times in 1_usize..10
        ) {
            let right = Timestamp(1_000_000);
            let mut kept = None;
            for _ in 0..times {
                kept = THREE_A_MINUTE.admit(kept, right + Span(ahead)).ok().or(kept);
            }
            // Until it is right again nothing is kept of what was refused.
            prop_assert!(THREE_A_MINUTE.admit(kept, right).is_ok() || ahead <= 120_000);
            let later = right + Span::minutes(4);
            for _ in 0..3 {
                let admitted = THREE_A_MINUTE.admit(kept, later);
                prop_assert!(admitted.is_ok(), "{admitted:?}");
                kept = admitted.ok();
            }
            prop_assert!(THREE_A_MINUTE.admit(kept, later).is_err(), "and it counts as before");
        }

        #[test]
        fn no_period_sees_more_than_twice_the_count(gaps in prop::collection::vec(0_i64..9_000, 1..200)) {
            let (mut now, mut kept, mut admitted) = (Timestamp(0), None, Vec::new());
            for gap in gaps {
                now = now + Span(gap);
                if let Ok(next) = THREE_A_MINUTE.admit(kept, now) {
                    kept = Some(next);
                    admitted.push(now);
                }
            }
            for &start in &admitted {
                let within = admitted.iter().filter(|&&at| at >= start && at < start + Span::minutes(1)).count();
                prop_assert!(within <= 6);
            }
        }
    }
}
