use super::Delivery;
use crate::{App, Error};
use snug_domain::deliveries::LONGEST_WAIT;
use snug_domain::{CLOCKS_AGREE_WITHIN, Span, Timestamp};
use snug_store::deliveries;

/// A courier that died gives its mails back after this time; one that lives renews its claim before.
const LEASE: Span = Span::minutes(10);

impl App {
    /// Claims mails that are due, of all communities.
    pub async fn claim_deliveries(&self, now: Timestamp, limit: usize) -> Result<Vec<Delivery>, Error> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        // Most looks find nothing, and a look is not worth a commit.
        if !self.read(move |tx| Ok(deliveries::is_any_due(tx, now)?)).await? {
            return Ok(Vec::new());
        }
        self.write(move |tx, _| Ok(deliveries::claim_due(tx, now, LEASE, limit)?)).await
    }

    /// Keeps a mail that is still being handed over from every other courier.
    pub async fn renew_claim(&self, delivery: &Delivery, now: Timestamp) -> Result<(), Error> {
        let (community, id) = (delivery.community, delivery.id);
        self.write(move |tx, _| Ok(deliveries::set_claimed(tx, community, id, now + LEASE)?)).await
    }

    /// Has mails that wait for longer than any can, because a clock was ahead, wait no more.
    pub(crate) async fn release_deliveries(&self, now: Timestamp) -> Result<(), Error> {
        let latest = |ahead: Span| now + ahead + CLOCKS_AGREE_WITHIN;
        let (attempt, claim) = (latest(LONGEST_WAIT), latest(LEASE));
        if !self.read(move |tx| Ok(deliveries::is_any_after(tx, now, attempt, claim)?)).await? {
            return Ok(());
        }
        let released = self.write(move |tx, _| Ok(deliveries::release_after(tx, now, attempt, claim)?)).await?;
        tracing::warn!(released, "mails waited for too long: a clock was ahead; they are sent now");
        Ok(())
    }
}
