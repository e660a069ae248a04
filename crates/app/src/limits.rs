//! How often something may be done. One number a counted thing, in the database, so that all
//! nodes count together. Whom it counts is kept as a fingerprint.

use crate::{App, Error};
use ring::digest::{SHA256, digest};
use snug_domain::allowance::Allowance;
use snug_domain::{CommunityId, Timestamp};
use snug_store::{Tx, allowances};

impl App {
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

/// Counts one more within a transaction: it counts if the rest succeeds.
pub(crate) fn admit(
    tx: &mut Tx<'_>,
    limits: bool,
    community: CommunityId,
    allowance: Allowance,
    subject: &str,
    now: Timestamp,
) -> Result<(), Error> {
    if !limits {
        return Ok(());
    }
    let fingerprint = digest(&SHA256, subject.as_bytes());
    allowances::admit(tx, community, allowance, fingerprint.as_ref(), now)?
        .map_err(|retry_at| Error::TooMany { retry_at })
}
