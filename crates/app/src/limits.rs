//! How often something may be done.
//!
//! What strangers can use up is one number a counted thing in the database, so that all nodes count together; whom it
//! counts is kept as a fingerprint. What members do with their own things is counted in the memory of each node
//! (decision 20): it has to cost nothing, and a node that forgets it at a restart does no harm.

use crate::{Actor, App, Error};
use ring::digest::{SHA256, digest};
use snug_domain::allowance::Allowance;
use snug_domain::conversations::{KIBIBYTES_BY_PERSON, LARGE_BYTES};
use snug_domain::{CommunityId, Timestamp};
use snug_store::{Tx, allowances};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// Counts in memory: until when each counted thing is paid for.
#[derive(Default)]
pub(crate) struct Counts(Mutex<State>);

#[derive(Default)]
struct State {
    paid_until: HashMap<(CommunityId, Uuid, &'static str), Timestamp>,
    /// How many may be kept before those are dropped that count no more.
    room: usize,
}

/// Fewer are not worth looking through.
const LEAST_ROOM: usize = 4_096;

impl Counts {
    /// Counts one more under each of these allowances, or under none where one is used up.
    fn admit(
        &self,
        community: CommunityId,
        subject: Uuid,
        allowances: &[Allowance],
        now: Timestamp,
    ) -> Result<(), Timestamp> {
        // No code that can panic runs under this lock, so a poisoned one is sound.
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let admitted = allowances.iter().map(|allowance| {
            let counted = (community, subject, allowance.name);
            let kept = state.paid_until.get(&counted).copied();
            allowance.admit(kept, now).map(|paid_until| (counted, paid_until))
        });
        let admitted = admitted.collect::<Result<Vec<_>, _>>()?;
        state.paid_until.extend(admitted);
        if state.paid_until.len() > state.room.max(LEAST_ROOM) {
            state.paid_until.retain(|_, paid_until| *paid_until > now);
            state.room = state.paid_until.len() * 2;
        }
        Ok(())
    }
}

/// One of the things an attempt counts as.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    pub allowance: Allowance,
    /// Whom or what it counts.
    pub subject: String,
}

impl App {
    /// Counts one more of what the actor does, in memory: the first line of every use case that writes.
    pub(crate) fn count(&self, actor: &Actor, allowances: &[Allowance]) -> Result<(), Error> {
        self.count_for(actor.community_id(), actor.person.0, allowances, actor.now)
    }

    /// Counts one more of what is done with a link or for a person, in memory.
    pub(crate) fn count_for(
        &self,
        community: CommunityId,
        subject: Uuid,
        allowances: &[Allowance],
        now: Timestamp,
    ) -> Result<(), Error> {
        held(self.settings.limits, || Ok(self.counts.admit(community, subject, allowances, now)))
    }

    /// Counts one more of each, in one transaction of its own: they count whatever comes of the attempt. If one
    /// allowance is used up, none is counted. Always in one order, network before account, so that nothing deadlocks.
    pub(crate) async fn count_attempts(
        &self,
        community: CommunityId,
        counted: Vec<Counted>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let limits = self.settings.limits;
        self.write(move |tx, _| {
            counted.iter().try_for_each(|one| admit(tx, limits, community, one.allowance, &one.subject, now))
        })
        .await
    }

    /// Counts one more, in a transaction of its own: it counts whatever comes of the attempt.
    pub(crate) async fn count_attempt(
        &self,
        community: CommunityId,
        allowance: Allowance,
        subject: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (limits, subject) = (self.settings.limits, subject.to_owned());
        self.write(move |tx, _| admit(tx, limits, community, allowance, &subject, now)).await
    }
}

/// Asks an allowance, which says from when on it will do; nothing where people are not held to limits.
fn held(limits: bool, ask: impl FnOnce() -> Result<Result<(), Timestamp>, Error>) -> Result<(), Error> {
    if limits { ask()?.map_err(|retry_at| Error::TooMany { retry_at }) } else { Ok(()) }
}

/// Counts one more within a transaction: it counts if the rest succeeds.
pub(crate) fn admit(
    tx: &mut Tx<'_>,
    limits: bool,
    community: CommunityId,
    allowance: Allowance,
    subject: &str,
    now: Timestamp,
) -> Result<(), Error> {
    held(limits, || Ok(allowances::admit(tx, community, allowance, (&fingerprint(subject), 1), now)?))
}

/// Counts one more within a transaction, where that is allowed; whether it is.
pub(crate) fn is_admitted(
    tx: &mut Tx<'_>,
    limits: bool,
    community: CommunityId,
    allowance: Allowance,
    subject: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    match admit(tx, limits, community, allowance, subject, now) {
        Err(Error::TooMany { .. }) => Ok(false),
        counted => counted.map(|()| true),
    }
}

/// Counts the room that a message takes, with what is made of it, if it is a large one.
pub(crate) fn admit_bytes(
    tx: &mut Tx<'_>,
    limits: bool,
    community: CommunityId,
    bytes: usize,
    subject: &str,
    now: Timestamp,
) -> Result<(), Error> {
    if bytes <= LARGE_BYTES {
        return Ok(());
    }
    let kibibytes = i64::try_from(bytes.div_ceil(1_024)).unwrap_or(i64::MAX);
    let counted = (&fingerprint(subject)[..], kibibytes);
    held(limits, || Ok(allowances::admit(tx, community, KIBIBYTES_BY_PERSON, counted, now)?))
}

/// Refuses what an allowance would refuse, and counts nothing.
pub(crate) fn check(
    tx: &mut Tx<'_>,
    limits: bool,
    community: CommunityId,
    allowance: Allowance,
    subject: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let wait = |tx| allowances::find_wait(tx, community, allowance, &fingerprint(subject), now);
    held(limits, || Ok(wait(tx)?.map_or(Ok(()), Err)))
}

/// What is kept of whom something counts.
pub(crate) fn fingerprint(subject: &str) -> Vec<u8> {
    digest(&SHA256, subject.as_bytes()).as_ref().to_vec()
}

#[cfg(test)]
mod tests {
    use super::{Counts, LEAST_ROOM};
    use snug_domain::allowance::Allowance;
    use snug_domain::{CommunityId, Span, Timestamp};
    use uuid::Uuid;

    const TWO_A_MINUTE: Allowance = Allowance { name: "two", count: 2, period: Span::minutes(1) };
    const THREE_A_DAY: Allowance = Allowance { name: "three", count: 3, period: Span::days(1) };

    #[test]
    fn what_one_allowance_refuses_no_other_counts() {
        let (counts, community, one) = (Counts::default(), CommunityId(Uuid::nil()), Uuid::from_u128(1));
        let admit = |now| counts.admit(community, one, &[THREE_A_DAY, TWO_A_MINUTE], Timestamp(now)).is_ok();
        assert!(admit(0) && admit(0));
        assert!(!admit(0) && !admit(0) && !admit(0));
        assert!(admit(60_000), "the third of the day");
        assert!(!admit(120_000));
        assert!(counts.admit(community, Uuid::from_u128(2), &[THREE_A_DAY], Timestamp(0)).is_ok(), "another one");
    }

    #[test]
    fn what_counts_no_more_is_dropped() {
        let (counts, community) = (Counts::default(), CommunityId(Uuid::nil()));
        for number in 0..20 * LEAST_ROOM {
            let now = Timestamp(i64::try_from(number).expect("a small number") * 60_000);
            let subject = Uuid::from_u128(u128::try_from(number).expect("a small number"));
            assert!(counts.admit(community, subject, &[TWO_A_MINUTE], now).is_ok());
        }
        assert!(counts.0.lock().expect("sound").paid_until.len() <= LEAST_ROOM + 1);
    }
}
