//! The courier: takes the mails that are due, has each rendered, hands it over, notes what became of it.
//!
//! Any number of couriers may run, on any number of nodes: a mail is claimed before it is taken,
//! the claim is renewed as long as it is in hand, and no transaction is open while a mail server is
//! talked to. A courier decides nothing: what a mail says, whether it is still needed and when to
//! try again are asked of the app. Logs name a mail by its id and nothing else.

use crate::faults::Faults;
use crate::{Handed, Outlet, Parcel};
use snug_app::deliveries::{Composed, Delivery};
use snug_app::{App, Clock, Error};
use snug_domain::deliveries::{Rejection, Stage, Verdict};
use std::borrow::Borrow;
use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// Mails in hand at once. No more are claimed than are begun, so none waits while its lease runs.
const IN_HAND: usize = 8;
/// How long it looks away when nothing was due.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How often a mail in hand is claimed anew. A server may take more than ten minutes over one; leases are for couriers
/// that died.
const RENEW_EVERY: Duration = Duration::from_mins(3);

/// Carries mail until it is told to stop; what it has in hand then, it brings to its end.
pub async fn run(app: App, outlet: Outlet, clock: Clock, stop: CancellationToken) {
    run_renewing(app, outlet, clock, stop, RENEW_EVERY).await;
}

/// Like [`run`], with claims renewed so often.
pub async fn run_renewing(app: App, outlet: Outlet, clock: Clock, stop: CancellationToken, renew_every: Duration) {
    let hand = Arc::new(Hand { app, outlet, clock, faults: Faults::new(), renew_every });
    let mut in_hand = JoinSet::new();
    while !stop.is_cancelled() {
        for delivery in claim(&hand.app, &hand.clock, IN_HAND.saturating_sub(in_hand.len())).await {
            let hand = Arc::clone(&hand);
            in_hand.spawn(async move { hand.carry(&delivery).await });
        }
        tokio::select! {
            () = stop.cancelled() => {}
            Some(_) = in_hand.join_next() => {}
            () = tokio::time::sleep(LOOK_EVERY), if in_hand.len() < IN_HAND => {}
        }
    }
    while in_hand.join_next().await.is_some() {}
    hand.outlet.rest().await;
}

/// Carries everything that is due, one mail after the other, and says how many there were.
pub async fn run_once(app: &App, outlet: &Outlet, clock: &Clock) -> usize {
    let mut carried = 0;
    let hand = Hand { app, outlet, clock, faults: Faults::new(), renew_every: RENEW_EVERY };
    loop {
        let due = claim(app, clock, IN_HAND).await;
        if due.is_empty() {
            return carried;
        }
        for delivery in &due {
            hand.carry(delivery).await;
        }
        carried += due.len();
    }
}

async fn claim(app: &App, clock: &Clock, limit: usize) -> Vec<Delivery> {
    if limit == 0 {
        return Vec::new();
    }
    app.claim_deliveries(clock.now(), limit).await.unwrap_or_else(|fault| {
        // The store has logged an outage, once; this comes round every second.
        if !fault.is_outage() {
            tracing::warn!(cause = cause(&fault), "could not load due deliveries: {fault}");
        }
        Vec::new()
    })
}

/// What carrying a mail takes.
struct Hand<A, O, C> {
    app: A,
    outlet: O,
    clock: C,
    faults: Faults,
    renew_every: Duration,
}

impl<A: Borrow<App>, O: Borrow<Outlet>, C: Borrow<Clock>> Hand<A, O, C> {
    /// One mail, from row to outcome.
    async fn carry(&self, delivery: &Delivery) {
        let (app, clock, id) = (self.app.borrow(), self.clock.borrow(), delivery.id);
        let recorded = match app.compose(delivery, clock.now()).await {
            Ok(Composed::Mail(mail)) => {
                let parcel = Parcel { envelope_from: mail.envelope_from, envelope_to: mail.envelope_to, raw: mail.raw };
                let handed = self.hand_over(delivery, &parcel).await;
                tracing::debug!(delivery = %id, outcome = ?handed, "handed over a mail");
                self.record(delivery, &handed).await
            }
            Ok(Composed::NotNeeded(why)) => {
                tracing::debug!(delivery = %id, why, "a mail is not needed any more");
                self.faults.let_go(id, clock.now());
                app.record_stopped(delivery, why, clock.now()).await
            }
            Err(fault) => {
                tracing::error!(delivery = %id, cause = cause(&fault), "could not render a delivery: {fault}");
                let words = String::from("rendering failed");
                let rejection = Rejection { stage: Stage::Content, code: None, words };
                app.record_refused(delivery, &rejection, clock.now()).await.map(drop)
            }
        };
        if let Err(fault) = recorded
            && !fault.is_outage()
        {
            // It stays claimed until its lease ends; then it is tried again, under the same Message-ID.
            tracing::error!(delivery = %id, cause = cause(&fault), "could not record the outcome of a delivery: {fault}");
        }
    }

    /// Hands a mail over, and sees to it that no other courier takes it meanwhile.
    async fn hand_over(&self, delivery: &Delivery, parcel: &Parcel) -> Handed {
        let handed = self.outlet.borrow().send(parcel);
        tokio::pin!(handed);
        loop {
            tokio::select! {
                handed = &mut handed => return handed,
                () = tokio::time::sleep(self.renew_every) => self.renew(delivery).await,
            }
        }
    }

    async fn renew(&self, delivery: &Delivery) {
        if let Err(fault) = self.app.borrow().renew_claim(delivery, self.clock.borrow().now()).await {
            tracing::warn!(delivery = %delivery.id, cause = cause(&fault), "could not renew the lease of a delivery: {fault}");
        }
    }

    async fn record(&self, delivery: &Delivery, handed: &Handed) -> Result<(), Error> {
        let (app, id, now) = (self.app.borrow(), delivery.id, self.clock.borrow().now());
        match handed {
            Handed::Taken { reply } => {
                self.faults.taken(id, now);
                app.record_sent(delivery, reply, now).await
            }
            Handed::Refused(rejection) => {
                match app.record_refused(delivery, rejection, now).await? {
                    Verdict::Later { fault: Some(fault), .. } => self.faults.hold_up(id, fault, rejection, now),
                    _ => self.faults.let_go(id, now),
                }
                Ok(())
            }
        }
    }
}

/// What is behind a fault; none of our faults holds anything private.
fn cause(fault: &Error) -> Option<String> {
    fault.source().map(ToString::to_string)
}
