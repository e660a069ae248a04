//! Which steps have to be refused.

use super::{Is, LAPSES, Model, Went};
use crate::spans::order::{PEOPLE, Past, Step, Who};
use snug_domain::{Span, Timestamp};

const A_MINUTE: Span = Span::minutes(1);

/// Whether a step has to be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::spans) enum Expect {
    Done,
    Refused,
    /// A limit can be in the way; or it is done already, and changes nothing.
    Either,
}

impl Model {
    /// Whether a step has to be done or refused.
    pub(in crate::spans) fn expects(&self, step: Step, now: Timestamp) -> Expect {
        let yes = |may: bool| if may { Expect::Done } else { Expect::Refused };
        let one = |who: Who| &self.people[who];
        let hosts = |who: Who| self.is_in(who) && one(who).is_host;
        match step {
            Step::Wait(_) => Expect::Done,
            Step::Say(who) => yes(self.may_write(who)),
            Step::Edit(who, _) | Step::Delete(who, _) | Step::Restore(who, _) => self.expects_change(step, who, now),
            Step::Add(by, who, _) => match one(who).is {
                _ if by == who || !self.is_in(by) || !(self.may_write(by) || self.has_begun(by)) => Expect::Refused,
                _ if self.only_hosts_add && !one(by).is_host => Expect::Refused,
                Is::In => Expect::Refused,
                Is::Asked(_) if self.looks_asked(who, now) => Expect::Refused,
                _ if one(who).went == Some(Went::TakenOut) && !one(by).is_host => Expect::Refused,
                _ => Expect::Either,
            },
            Step::AddBoth(by, both) => {
                let refuses = |who: &Who| self.expects(Step::Add(by, *who, Past::All), now) == Expect::Refused;
                if both.iter().any(refuses) { Expect::Refused } else { Expect::Either }
            }
            Step::Accept(who) if self.is_in(who) => Expect::Either,
            Step::Accept(who) => yes(self.open(who, now).is_some()),
            Step::Decline(who) | Step::UndoDecline(who) => match one(who).is {
                Is::Asked(_) if self.open(who, now).is_none() => Expect::Either,
                Is::Asked(_) => Expect::Done,
                _ => Expect::Refused,
            },
            Step::Leave(who) => match one(who).is {
                Is::In if self.has_begun(who) => Expect::Done,
                Is::In => yes(self.waits(who, now)),
                Is::Left => Expect::Either,
                _ => Expect::Refused,
            },
            Step::UndoLeave(who) => match (one(who).is, one(who).left_at) {
                (Is::In, _) => Expect::Either,
                (Is::Left, Some(left_at)) => yes(now - left_at < A_MINUTE && self.has_begun(who)),
                _ => Expect::Refused,
            },
            Step::Remove(by, who) if !self.is_in(by) || by == who || one(who).is == Is::Nobody => Expect::Refused,
            Step::Remove(by, who) => match one(who).is {
                Is::In => yes(hosts(by)),
                Is::Asked(asked) if asked.by == by || hosts(by) => {
                    yes(self.has_begun(by) || self.asked() > 1 || self.waits(by, now))
                }
                Is::Asked(_) => Expect::Refused,
                _ => Expect::Either,
            },
            // It is taken back already, and it is said that it is done.
            Step::Withdraw(who) if one(who).is == Is::Left && !self.has_begun(who) => Expect::Either,
            Step::Withdraw(who) => yes(self.waits(who, now)),
            Step::UndoWithdraw(who) if self.has_begun(who) && !self.is_in(who) => Expect::Refused,
            Step::UndoWithdraw(_) => Expect::Either,
            Step::Read(who) => yes(one(who).is != Is::Nobody),
            Step::Mute(who, _) => yes(self.is_in(who)),
            Step::Rename(who) | Step::OnlyHostsAdd(who, _) => yes(hosts(who)),
            Step::MakeHost(by, who, _) if !hosts(by) || !self.is_in(who) => Expect::Refused,
            Step::MakeHost(by, who, is_host) => yes(is_host || by != who || self.hosts() > 1),
        }
    }

    fn expects_change(&self, step: Step, who: Who, now: Timestamp) -> Expect {
        let Some(place) = self.meant(step, now) else { return Expect::Refused };
        let (is_deleted, writes) = (self.entries[place].deleted_at, self.may_write(who));
        match (step, is_deleted) {
            (Step::Edit(..), None) if writes || self.is_in(who) && self.has_begun(who) || self.waits(who, now) => {
                Expect::Done
            }
            // Also when they are gone: the words are theirs.
            (Step::Delete(..), None) if self.has_begun(who) && !self.is_asked_with(place, now) => Expect::Done,
            (Step::Restore(..), Some(at)) if now - at <= A_MINUTE && self.has_begun(who) => Expect::Done,
            (Step::Restore(..), None) => Expect::Either,
            _ => Expect::Refused,
        }
    }

    /// Whether somebody was asked with an entry, and can look as if they might still answer.
    fn is_asked_with(&self, place: usize, now: Timestamp) -> bool {
        (0..PEOPLE).any(
            |who| matches!(self.people[who].is, Is::Asked(asked) if asked.with == place && now - asked.at < LAPSES),
        )
    }

    /// Whether the first of all can still take back what they began.
    fn waits(&self, who: Who, now: Timestamp) -> bool {
        let is_open = (0..PEOPLE).any(|other| self.looks_asked(other, now));
        who == 0 && self.is_in(0) && !self.has_begun(0) && is_open
    }
}
