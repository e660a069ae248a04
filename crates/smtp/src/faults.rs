//! Faults of our own set-up: told to the operator when one begins and when it is over, and not with each mail.

use snug_domain::deliveries::{Rejection, SetupFault};
use snug_domain::{DeliveryId, Span, Timestamp};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A connection from before may go on carrying mail while no new one can be had; a fault is over when mail goes and
/// nothing was refused for so long. Shorter than the first wait of a refused mail.
const QUIET: Span = Span::seconds(30);
/// Longer than any wait between two attempts: another node took care of it.
const FORGOTTEN: Span = Span::hours(25);

/// The faults that hold up mail of this node.
#[derive(Default)]
pub(crate) struct Faults(Mutex<BTreeMap<SetupFault, Held>>);

struct Held {
    /// The mails it holds up, and when each was last refused.
    mails: HashMap<DeliveryId, Timestamp>,
    last: Timestamp,
}

impl Faults {
    /// None so far.
    pub(crate) fn new() -> Self {
        for fault in SetupFault::ALL {
            show(fault, 0);
        }
        Self::default()
    }

    /// Notes a mail that a fault of our own set-up holds up.
    pub(crate) fn hold_up(&self, mail: DeliveryId, fault: SetupFault, rejection: &Rejection, now: Timestamp) {
        let mut faults = self.lock();
        leave(&mut faults, mail, Some(fault), now);
        if !faults.contains_key(&fault) {
            // Of the server's words only the codes: the others may name an address.
            let enhanced = rejection.enhanced().map(|code| format!("{}.{}.{}", code.class, code.subject, code.detail));
            tracing::error!(
                fault = fault.word(),
                stage = ?rejection.stage,
                code = rejection.code,
                enhanced,
                "mail is held up and tried again: {}",
                fault.advice()
            );
        }
        let held = faults.entry(fault).or_insert_with(|| Held { mails: HashMap::new(), last: now });
        held.mails.insert(mail, now);
        held.last = now;
        show(fault, held.mails.len());
    }

    /// Notes that a mail was taken.
    pub(crate) fn taken(&self, mail: DeliveryId, now: Timestamp) {
        let mut faults = self.lock();
        leave(&mut faults, mail, None, now);
        faults.retain(|fault, held| {
            let is_over = fault.stops_every_mail() && now - held.last >= QUIET;
            if is_over {
                over(*fault);
            }
            !is_over
        });
    }

    /// Notes that a mail waits or ended for another reason.
    pub(crate) fn let_go(&self, mail: DeliveryId, now: Timestamp) {
        leave(&mut self.lock(), mail, None, now);
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<SetupFault, Held>> {
        // Whoever panicked while it held the map did not leave it half changed.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes a mail out of every fault but this one. A fault that holds up no mail any more is over.
fn leave(faults: &mut BTreeMap<SetupFault, Held>, mail: DeliveryId, stays: Option<SetupFault>, now: Timestamp) {
    faults.retain(|fault, held| {
        if stays == Some(*fault) {
            return true;
        }
        held.mails.retain(|held, refused_at| *held != mail && now - *refused_at < FORGOTTEN);
        match held.mails.len() {
            0 => over(*fault),
            count => show(*fault, count),
        }
        !held.mails.is_empty()
    });
}

fn over(fault: SetupFault) {
    tracing::info!(fault = fault.word(), "mail set-up fault is over");
    show(fault, 0);
}

fn show(fault: SetupFault, mails: usize) {
    let mails = u32::try_from(mails).unwrap_or(u32::MAX);
    metrics::gauge!("snug_deliveries_held", "fault" => fault.word()).set(mails);
}

#[cfg(test)]
mod tests {
    use super::{Faults, QUIET};
    use snug_domain::deliveries::{Rejection, SetupFault, Stage};
    use snug_domain::{DeliveryId, Span, Timestamp};
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp(1_795_000_000_000);

    fn mail(number: u128) -> DeliveryId {
        DeliveryId(Uuid::from_u128(number))
    }

    fn standing(faults: &Faults) -> Vec<SetupFault> {
        faults.lock().keys().copied().collect()
    }

    fn hold_up(faults: &Faults, number: u128, fault: SetupFault, now: Timestamp) {
        let rejection = Rejection { stage: Stage::Login, code: Some(535), words: String::from("5.7.8 No") };
        faults.hold_up(mail(number), fault, &rejection, now);
    }

    #[test]
    fn a_fault_that_stops_every_mail_is_over_with_the_first_that_goes() {
        let faults = Faults::new();
        hold_up(&faults, 1, SetupFault::Login, NOW);
        hold_up(&faults, 2, SetupFault::Login, NOW);
        faults.taken(mail(3), NOW + Span::seconds(1));
        assert_eq!(standing(&faults), [SetupFault::Login], "over a connection from before, perhaps");
        faults.taken(mail(3), NOW + QUIET);
        assert_eq!(standing(&faults), []);
    }

    #[test]
    fn a_fault_of_some_mails_lasts_until_the_last_of_them_went() {
        let faults = Faults::new();
        hold_up(&faults, 1, SetupFault::Reputation, NOW);
        hold_up(&faults, 2, SetupFault::Reputation, NOW);
        faults.taken(mail(3), NOW + Span::hours(1));
        faults.taken(mail(1), NOW + Span::hours(1));
        assert_eq!(standing(&faults), [SetupFault::Reputation]);
        hold_up(&faults, 2, SetupFault::Limit, NOW + Span::hours(2));
        assert_eq!(standing(&faults), [SetupFault::Limit], "refused for another reason");
        faults.let_go(mail(2), NOW + Span::hours(3));
        assert_eq!(standing(&faults), []);
    }

    #[test]
    fn a_mail_that_another_node_took_is_forgotten() {
        let faults = Faults::new();
        hold_up(&faults, 1, SetupFault::Sender, NOW);
        faults.let_go(mail(2), NOW + Span::hours(26));
        assert_eq!(standing(&faults), []);
    }
}
