//! How much of each allowance is used. One number a counted thing, shared by all nodes.

use crate::{Error, Tx};
use snug_domain::allowance::Allowance;
use snug_domain::{CommunityId, Timestamp};

/// Counts so many more under this allowance, for the person, address or network address whose
/// fingerprint `subject` is: `Ok(Err(when))` where it is used up.
pub fn admit(
    tx: &mut Tx<'_>,
    community: CommunityId,
    allowance: Allowance,
    (subject, count): (&[u8], i64),
    now: Timestamp,
) -> Result<Result<(), Timestamp>, Error> {
    // Read by an upsert, which also locks the row against another node.
    let kept = tx.query_one(
        "INSERT INTO allowances (community_id, name, subject, paid_until) VALUES ($1, $2, $3, 0)
         ON CONFLICT (community_id, name, subject) DO UPDATE SET paid_until = allowances.paid_until
         RETURNING paid_until",
        &[&community, &allowance.name, &subject],
        |row| row.get::<Timestamp>(0),
    )?;
    match allowance.admit_many(count, Some(kept), now) {
        Err(again_at) => Ok(Err(again_at)),
        Ok(paid_until) => {
            tx.run(
                "UPDATE allowances SET paid_until = $4 WHERE community_id = $1 AND name = $2 AND subject = $3",
                &[&community, &allowance.name, &subject, &paid_until],
            )?;
            Ok(Ok(()))
        }
    }
}

/// When one more may be done under this allowance, if not now. Counts nothing.
pub fn find_wait(
    tx: &mut Tx<'_>,
    community: CommunityId,
    allowance: Allowance,
    subject: &[u8],
    now: Timestamp,
) -> Result<Option<Timestamp>, Error> {
    let kept = tx.query_optional(
        "SELECT paid_until FROM allowances WHERE community_id = $1 AND name = $2 AND subject = $3",
        &[&community, &allowance.name, &subject],
        |row| row.get(0),
    )?;
    Ok(allowance.admit(kept, now).err())
}

/// Forgets what is paid for by now, so many at the most.
pub fn delete_paid(tx: &mut Tx<'_>, community: CommunityId, now: Timestamp, limit: i64) -> Result<u64, Error> {
    tx.execute(
        "DELETE FROM allowances WHERE (community_id, name, subject) IN (
             SELECT community_id, name, subject FROM allowances
             WHERE community_id = $1 AND paid_until < $2 LIMIT $3)",
        &[&community, &now, &limit],
    )
}
