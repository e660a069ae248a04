use super::Delivery;
use crate::{App, Error};
use snug_domain::deliveries::{LONGEST_WAIT, Rejection, Stage};
use snug_domain::{CLOCKS_AGREE_WITHIN, Span, Timestamp};
use snug_store::deliveries::{self, Unreadable};

/// A courier that died gives its mails back after this time; one that lives renews its claim before.
const LEASE: Span = Span::minutes(10);

impl App {
    /// Claims mails that are due, of all communities. One that cannot be read is put off like one that cannot be
    /// rendered: a newer node may know what it is, and an operator can mend it.
    pub async fn claim_deliveries(&self, now: Timestamp, limit: usize) -> Result<Vec<Delivery>, Error> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        loop {
            // Most looks find nothing, and a look is not worth a commit.
            if !self.read(move |tx| Ok(deliveries::is_any_due(tx, now)?)).await? {
                return Ok(Vec::new());
            }
            let claimed = self.write(move |tx, _| Ok(deliveries::claim_due(tx, now, LEASE, limit)?)).await?;
            let is_empty = claimed.is_empty();
            let mut due = Vec::with_capacity(claimed.len());
            for claimed in claimed {
                match claimed {
                    Ok(delivery) => due.push(delivery),
                    Err(unreadable) => self.put_off_unreadable(unreadable, now).await?,
                }
            }
            // Behind those that cannot be read there may be others.
            if !due.is_empty() || is_empty {
                return Ok(due);
            }
        }
    }

    async fn put_off_unreadable(&self, delivery: Unreadable, now: Timestamp) -> Result<(), Error> {
        let Unreadable { community, id, attempts } = delivery;
        tracing::error!(delivery = %id, "put off a mail that cannot be read");
        let words = String::from("this program cannot read it");
        let rejection = Rejection { stage: Stage::Content, code: None, words };
        self.refuse((community, id, attempts), &rejection, now).await.map(drop)
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
