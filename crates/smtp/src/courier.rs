//! The courier: takes the mails that are due, has each rendered, hands it over, notes what became of it.
//!
//! Any number of couriers may run, on any number of nodes: a mail is claimed before it is taken,
//! and no transaction is open while a mail server is talked to. A courier decides nothing: what a
//! mail says, whether it is still needed and when to try again are asked of the app. Logs name a
//! mail by its id and nothing else.

use crate::{Handed, Outlet, Parcel};
use snug_app::deliveries::{Composed, Delivery};
use snug_app::{App, Clock, Error};
use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// Mails in hand at once. No more are claimed than are begun, so none waits while its lease runs.
const IN_HAND: usize = 8;
/// How long it looks away when nothing was due.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Carries mail until it is told to stop; what it has in hand then, it brings to its end.
pub async fn run(app: App, outlet: Outlet, clock: Clock, stop: CancellationToken) {
    let outlet = Arc::new(outlet);
    let mut in_hand = JoinSet::new();
    while !stop.is_cancelled() {
        for delivery in claim(&app, &clock, IN_HAND.saturating_sub(in_hand.len())).await {
            let (app, outlet, clock) = (app.clone(), Arc::clone(&outlet), clock.clone());
            in_hand.spawn(async move { carry(&app, &outlet, &clock, &delivery).await });
        }
        tokio::select! {
            () = stop.cancelled() => {}
            Some(_) = in_hand.join_next() => {}
            () = tokio::time::sleep(LOOK_EVERY), if in_hand.len() < IN_HAND => {}
        }
    }
    while in_hand.join_next().await.is_some() {}
    outlet.rest().await;
}

/// Carries everything that is due, one mail after the other, and says how many there were.
pub async fn run_once(app: &App, outlet: &Outlet, clock: &Clock) -> usize {
    let mut carried = 0;
    loop {
        let due = claim(app, clock, IN_HAND).await;
        if due.is_empty() {
            return carried;
        }
        for delivery in &due {
            carry(app, outlet, clock, delivery).await;
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

/// One mail, from row to outcome.
async fn carry(app: &App, outlet: &Outlet, clock: &Clock, delivery: &Delivery) {
    let id = delivery.id;
    let recorded = match app.compose(delivery, clock.now()).await {
        Ok(Composed::Mail(mail)) => {
            let parcel = Parcel { envelope_from: mail.envelope_from, envelope_to: mail.envelope_to, raw: mail.raw };
            let handed = outlet.send(&parcel).await;
            tracing::debug!(delivery = %id, outcome = ?handed, "a mail was handed over");
            record(app, clock, delivery, &handed).await
        }
        Ok(Composed::NotNeeded(why)) => {
            tracing::debug!(delivery = %id, why, "a mail is not needed any more");
            app.record_stopped(delivery, why, clock.now()).await
        }
        Err(fault) => {
            tracing::error!(delivery = %id, cause = cause(&fault), "a mail cannot be rendered: {fault}");
            app.record_deferred(delivery, "it could not be rendered", clock.now()).await
        }
    };
    if let Err(fault) = recorded
        && !fault.is_outage()
    {
        // It stays claimed until its lease ends; then it is tried again, under the same Message-ID.
        tracing::error!(delivery = %id, cause = cause(&fault), "what became of a mail cannot be noted: {fault}");
    }
}

async fn record(app: &App, clock: &Clock, delivery: &Delivery, handed: &Handed) -> Result<(), Error> {
    match handed {
        Handed::Taken { reply } => app.record_sent(delivery, reply, clock.now()).await,
        Handed::Later { reply } => app.record_deferred(delivery, reply, clock.now()).await,
        Handed::Never { reply } => app.record_bounced(delivery, reply, clock.now()).await,
    }
}

/// What is behind a fault; none of our faults holds anything private.
fn cause(fault: &Error) -> Option<String> {
    fault.source().map(ToString::to_string)
}
