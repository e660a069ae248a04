use super::Delivery;
use crate::{App, Error};
use snug_domain::Timestamp;
use snug_domain::deliveries::{DeliveryState, wait_after};
use snug_store::deliveries;

impl App {
    /// Notes that the mail server took a mail.
    pub async fn record_sent(&self, delivery: &Delivery, reply: &str, now: Timestamp) -> Result<(), Error> {
        self.finish(delivery, DeliveryState::Sent, reply, now).await
    }

    /// Notes that the mail server will never take a mail.
    pub async fn record_bounced(&self, delivery: &Delivery, reply: &str, now: Timestamp) -> Result<(), Error> {
        self.finish(delivery, DeliveryState::Bounced, reply, now).await
    }

    /// Notes that a mail is not needed any more, and why.
    pub async fn record_stopped(&self, delivery: &Delivery, why: &str, now: Timestamp) -> Result<(), Error> {
        self.finish(delivery, DeliveryState::Stopped, why, now).await
    }

    /// Notes that a mail could not be handed over now; it is tried again, later each time, and
    /// given up after some days.
    pub async fn record_deferred(&self, delivery: &Delivery, reply: &str, now: Timestamp) -> Result<(), Error> {
        let Some(wait) = wait_after(delivery.attempts + 1) else {
            return self.record_bounced(delivery, reply, now).await;
        };
        let (community, id, reply) = (delivery.community, delivery.id, words_of(reply));
        metrics::counter!("snug_deliveries_total", "state" => "deferred").increment(1);
        self.write(move |tx, _| Ok(deliveries::set_deferred(tx, community, id, &reply, now + wait)?)).await
    }

    async fn finish(
        &self,
        delivery: &Delivery,
        state: DeliveryState,
        reply: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (community, id, reply) = (delivery.community, delivery.id, words_of(reply));
        let label = match state {
            DeliveryState::Sent => "sent",
            DeliveryState::Bounced => "bounced",
            _ => "stopped",
        };
        metrics::counter!("snug_deliveries_total", "state" => label).increment(1);
        self.write(move |tx, _| Ok(deliveries::set_finished(tx, community, id, state, &reply, now)?)).await
    }
}

/// The server's words, as many as anybody reads.
fn words_of(reply: &str) -> String {
    reply.chars().filter(|character| *character != '\0').take(500).collect()
}
