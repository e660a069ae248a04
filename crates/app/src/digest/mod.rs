//! The digest: one mail about all unread conversations of one person.
//!
//! Its cost follows the unread, not the members: it walks the index of what is untold, person by
//! person, in chunks, each a transaction of its own behind which others need not wait long.

use crate::deliveries::Delivery;
use crate::{App, Error, new_id};
use snug_domain::communities::Conversations;
use snug_domain::deliveries::{DeliveryState, Matter};
use snug_domain::people::{EmailAddress, MailState, is_on_the_site};
use snug_domain::{CommunityId, DeliveryId, PersonId, Timestamp};
use snug_store::digests::{self, Untold};
use snug_store::{Part, Tx, deliveries};

impl App {
    /// Writes a digest for each person who has unread messages no mail told them of, is not on
    /// the site and wants mail. Returns how many were written.
    pub async fn run_digest(&self, now: Timestamp) -> Result<u64, Error> {
        let mut written = 0;
        let mut communities = self.list_communities().await?;
        communities.retain(|community| community.conversations == Conversations::On);
        for community in communities {
            let mut after = None;
            loop {
                let chunk = self.run_chunk(community.id, after, now).await?;
                written += chunk.written;
                after = chunk.last;
                if after.is_none() {
                    break;
                }
            }
        }
        metrics::counter!("snug_digests_total").increment(written);
        Ok(written)
    }

    async fn run_chunk(&self, community: CommunityId, after: Option<PersonId>, now: Timestamp) -> Result<Chunk, Error> {
        let untold = self.read(move |tx| Ok(digests::list_untold(tx, community, after)?)).await?;
        let Part { rows, next: last } = untold;
        let due: Vec<_> = rows.into_iter().filter(|untold| !is_on_the_site(untold.seen_at, now)).collect();
        if due.is_empty() {
            return Ok(Chunk { written: 0, last });
        }
        let written = self.write(move |tx, _| {
            let mut written = 0;
            // All locks first, in the order of ids, before any of the rows they guard.
            for untold in &due {
                tx.lock_person(community, untold.person)?;
            }
            for untold in &due {
                written += tell(tx, community, untold, now)?;
            }
            Ok(written)
        });
        Ok(Chunk { written: written.await?, last })
    }
}

struct Chunk {
    written: u64,
    last: Option<PersonId>,
}

/// Writes one person's digest. Who wants no mail, or has no address for it, counts as told: what
/// is unread now is not mailed later, when they want mail again.
fn tell(tx: &mut Tx<'_>, community: CommunityId, untold: &Untold, now: Timestamp) -> Result<u64, Error> {
    let mut written = 0;
    if let Some(address) = mailable(untold) {
        let id: DeliveryId = new_id(now);
        let delivery = Delivery {
            community,
            id,
            matter: Matter::Digest,
            state: DeliveryState::Queued,
            person: Some(untold.person),
            address: address.clone(),
            attempts: 0,
            created_at: now,
        };
        deliveries::insert(tx, &delivery, now)?;
        written = digests::insert_conversations(tx, community, id, untold.person)?.min(1);
    }
    digests::set_told(tx, community, untold.person)?;
    Ok(written)
}

fn mailable(untold: &Untold) -> Option<&EmailAddress> {
    match &untold.address {
        Some((address, MailState::Good)) if untold.wants_mail => Some(address),
        _ => None,
    }
}
