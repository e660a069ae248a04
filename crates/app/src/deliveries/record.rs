use super::Delivery;
use crate::{App, Error};
use snug_domain::deliveries::{DeliveryState, Rejection, Verdict, shows_dead_address, verdict};
use snug_domain::people::MailState;
use snug_domain::{CommunityId, DeliveryId, Timestamp};
use snug_store::{addresses, deliveries};

impl App {
    /// Notes that the mail server took a mail.
    pub async fn record_sent(&self, delivery: &Delivery, reply: &str, now: Timestamp) -> Result<(), Error> {
        self.finish(delivery.community, delivery.id, DeliveryState::Sent, reply, now).await
    }

    /// Notes that a mail is not needed any more, and why.
    pub async fn record_stopped(&self, delivery: &Delivery, why: &str, now: Timestamp) -> Result<(), Error> {
        self.finish(delivery.community, delivery.id, DeliveryState::Stopped, why, now).await
    }

    /// Notes that a mail was not taken, and says what follows: it bounced, is tried again, or is given up.
    pub async fn record_refused(
        &self,
        delivery: &Delivery,
        rejection: &Rejection,
        now: Timestamp,
    ) -> Result<Verdict, Error> {
        if shows_dead_address(rejection) {
            self.stop_mail_to(delivery).await?;
        }
        self.refuse((delivery.community, delivery.id, delivery.attempts), rejection, now).await
    }

    /// The same for a mail that was tried so often before.
    pub(super) async fn refuse(
        &self,
        (community, id, attempts): (CommunityId, DeliveryId, i64),
        rejection: &Rejection,
        now: Timestamp,
    ) -> Result<Verdict, Error> {
        let (verdict, reply) = (verdict(rejection, attempts + 1), rejection.reply());
        match verdict {
            Verdict::Bounced => self.finish(community, id, DeliveryState::Bounced, &reply, now).await?,
            Verdict::GivenUp => self.finish(community, id, DeliveryState::Stopped, &reply, now).await?,
            Verdict::Later { wait, .. } => {
                let reply = words_of(&reply);
                metrics::counter!("snug_deliveries_total", "state" => "deferred").increment(1);
                self.write(move |tx, _| Ok(deliveries::set_deferred(tx, community, id, &reply, now + wait)?)).await?;
            }
        }
        Ok(verdict)
    }

    /// Stops digests and invitations to an address that takes no mail, until its owner says that it does.
    async fn stop_mail_to(&self, delivery: &Delivery) -> Result<(), Error> {
        let (community, address) = (delivery.community, delivery.address.clone());
        let change = (MailState::Good, MailState::Bouncing);
        let is_new =
            self.write(move |tx, _| Ok(addresses::change_mail_state(tx, community, &address, change)?)).await?;
        if is_new {
            tracing::info!(%community, delivery = %delivery.id, "an address takes no mail: its digests and invitations stop");
        }
        Ok(())
    }

    async fn finish(
        &self,
        community: CommunityId,
        id: DeliveryId,
        state: DeliveryState,
        reply: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        let reply = words_of(reply);
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
