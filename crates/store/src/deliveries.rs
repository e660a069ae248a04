//! Deliveries: one mail to one address each, written with what caused it, rendered when sent.

use crate::{Error, Row, Tx};
use snug_domain::deliveries::{DeliveryState, Matter};
use snug_domain::people::EmailAddress;
use snug_domain::{CommunityId, DeliveryId, InvitationId, PersonId, Span, Timestamp};

/// One mail to one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The community it comes from.
    pub community: CommunityId,
    /// Its id.
    pub id: DeliveryId,
    /// What it is about.
    pub matter: Matter,
    /// What became of it.
    pub state: DeliveryState,
    /// Whom it is for, where that is somebody the community knows.
    pub person: Option<PersonId>,
    /// Where it goes.
    pub address: EmailAddress,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was written.
    pub created_at: Timestamp,
}

/// A delivery that was claimed, but whose row this program cannot read: damaged, or of a newer program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable {
    /// The community it comes from.
    pub community: CommunityId,
    /// Its id.
    pub id: DeliveryId,
    /// How often it was tried.
    pub attempts: i64,
}

macro_rules! delivery_columns {
    () => {
        "community_id, id, kind, state, person_id, address, about_id, attempts, created_at"
    };
}

/// Adds a delivery that is due at this time.
pub fn insert(tx: &mut Tx<'_>, delivery: &Delivery, due_at: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO deliveries (community_id, id, kind, state, person_id, address, about_id, attempts, next_attempt_at,
             claimed_until, reply, created_at, finished_at)
         VALUES ($1, $2, $3, 'queued', $4, $5, $6, 0, $7, NULL, '', $8, NULL)",
        &[
            &delivery.community,
            &delivery.id,
            &delivery.matter.kind(),
            &delivery.person,
            &delivery.address,
            &delivery.matter.id(),
            &due_at,
            &delivery.created_at,
        ],
    )
}

/// Claims deliveries of all communities that are due, so that no other courier sends them before
/// the lease ends.
pub fn claim_due(
    tx: &mut Tx<'_>,
    now: Timestamp,
    lease: Span,
    limit: i64,
) -> Result<Vec<Result<Delivery, Unreadable>>, Error> {
    let sql = tx.for_engine(
        concat!(
            "UPDATE deliveries SET claimed_until = $2
         WHERE (community_id, id) IN (
             SELECT community_id, id FROM deliveries
             WHERE state IN ('queued', 'deferred') AND next_attempt_at <= $1
                 AND (claimed_until IS NULL OR claimed_until <= $1)
             ORDER BY next_attempt_at LIMIT $3)
         RETURNING ",
            delivery_columns!()
        ),
        // Materialised, or the plan may choose the rows more than once, and claim more than asked.
        concat!(
            "WITH due AS MATERIALIZED (
             SELECT community_id, id FROM deliveries
             WHERE state IN ('queued', 'deferred') AND next_attempt_at <= $1
                 AND (claimed_until IS NULL OR claimed_until <= $1)
             ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED)
         UPDATE deliveries SET claimed_until = $2 WHERE (community_id, id) IN (SELECT community_id, id FROM due)
         RETURNING ",
            delivery_columns!()
        ),
    );
    tx.list(sql, &[&now, &(now + lease), &limit], |row| match row.readable(read)? {
        Some(delivery) => Ok(Ok(delivery)),
        None => Ok(Err(Unreadable {
            community: row.get("community_id")?,
            id: row.get("id")?,
            attempts: row.get("attempts")?,
        })),
    })
}

/// Claims a delivery until later, if it has not ended.
pub fn set_claimed(tx: &mut Tx<'_>, community: CommunityId, id: DeliveryId, until: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE deliveries SET claimed_until = $3
         WHERE community_id = $1 AND id = $2 AND state IN ('queued', 'deferred')",
        &[&community, &id, &until],
    )
}

/// Whether any delivery of any community is due.
pub fn is_any_due(tx: &mut Tx<'_>, now: Timestamp) -> Result<bool, Error> {
    let due = tx.query_optional(
        "SELECT 1 FROM deliveries WHERE state IN ('queued', 'deferred') AND next_attempt_at <= $1
             AND (claimed_until IS NULL OR claimed_until <= $1)
         LIMIT 1",
        &[&now],
        |row| row.get::<i64>(0),
    )?;
    Ok(due.is_some())
}

/// Whether any delivery waits for an attempt after one time, or is due and claimed until after another.
pub fn is_any_after(tx: &mut Tx<'_>, now: Timestamp, attempt: Timestamp, claim: Timestamp) -> Result<bool, Error> {
    let waiting = tx.query_optional(
        "SELECT 1 FROM deliveries WHERE state IN ('queued', 'deferred') AND next_attempt_at > $1 LIMIT 1",
        &[&attempt],
        |row| row.get::<i64>(0),
    )?;
    let claimed = tx.query_optional(
        "SELECT 1 FROM deliveries
         WHERE state IN ('queued', 'deferred') AND next_attempt_at <= $1 AND claimed_until > $2 LIMIT 1",
        &[&now, &claim],
        |row| row.get::<i64>(0),
    )?;
    Ok(waiting.is_some() || claimed.is_some())
}

/// Has those deliveries wait no more, and be nobody's; how many there were.
pub fn release_after(tx: &mut Tx<'_>, now: Timestamp, attempt: Timestamp, claim: Timestamp) -> Result<u64, Error> {
    let waiting = tx.execute(
        "UPDATE deliveries SET next_attempt_at = $1, claimed_until = NULL
         WHERE state IN ('queued', 'deferred') AND next_attempt_at > $2",
        &[&now, &attempt],
    )?;
    let claimed = tx.execute(
        "UPDATE deliveries SET claimed_until = NULL
         WHERE state IN ('queued', 'deferred') AND next_attempt_at <= $1 AND claimed_until > $2",
        &[&now, &claim],
    )?;
    Ok(waiting + claimed)
}

/// The delivery with this id.
pub fn find(tx: &mut Tx<'_>, community: CommunityId, id: DeliveryId) -> Result<Option<Delivery>, Error> {
    tx.query_optional(
        concat!("SELECT ", delivery_columns!(), " FROM deliveries WHERE community_id = $1 AND id = $2"),
        &[&community, &id],
        read,
    )
}

/// Lets the mails of an invitation that no courier has tried yet wait until a time.
pub fn postpone(
    tx: &mut Tx<'_>,
    community: CommunityId,
    invitation: InvitationId,
    due_at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "UPDATE deliveries SET next_attempt_at = $3
         WHERE community_id = $1 AND about_id = $2 AND state = 'queued' AND claimed_until IS NULL",
        &[&community, &invitation, &due_at],
    )
}

/// What became of the last mail of an invitation.
pub fn find_state_of_invitation(
    tx: &mut Tx<'_>,
    community: CommunityId,
    invitation: InvitationId,
) -> Result<Option<DeliveryState>, Error> {
    tx.query_optional(
        "SELECT state FROM deliveries WHERE community_id = $1 AND about_id = $2 ORDER BY created_at DESC LIMIT 1",
        &[&community, &invitation],
        |row| row.get("state"),
    )
}

/// Notes that an attempt ended the delivery: sent, bounced or stopped, with the server's words.
pub fn set_finished(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: DeliveryId,
    state: DeliveryState,
    reply: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "UPDATE deliveries SET state = $3, reply = $4, attempts = attempts + 1, claimed_until = NULL, finished_at = $5
         WHERE community_id = $1 AND id = $2",
        &[&community, &id, &state, &reply, &now],
    )
}

/// Notes that an attempt failed for now, with the server's words, and when to try again.
pub fn set_deferred(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: DeliveryId,
    reply: &str,
    next_attempt_at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "UPDATE deliveries SET state = 'deferred', reply = $3, attempts = attempts + 1, claimed_until = NULL,
             next_attempt_at = $4
         WHERE community_id = $1 AND id = $2",
        &[&community, &id, &reply, &next_attempt_at],
    )
}

/// Forgets deliveries of a community that ended before this time, so many at the most.
pub fn delete_old(tx: &mut Tx<'_>, community: CommunityId, before: Timestamp, limit: i64) -> Result<u64, Error> {
    tx.run(
        "DELETE FROM digest_conversations WHERE (community_id, delivery_id) IN (
             SELECT community_id, id FROM deliveries
             WHERE community_id = $1 AND finished_at < $2 ORDER BY finished_at, id LIMIT $3)",
        &[&community, &before, &limit],
    )?;
    tx.execute(
        "DELETE FROM deliveries WHERE (community_id, id) IN (
             SELECT community_id, id FROM deliveries
             WHERE community_id = $1 AND finished_at < $2 ORDER BY finished_at, id LIMIT $3)",
        &[&community, &before, &limit],
    )
}

/// How many deliveries of all communities are in each state.
#[cfg(feature = "testing")]
pub fn count_by_state(tx: &mut Tx<'_>) -> Result<Vec<(DeliveryState, i64)>, Error> {
    tx.query("SELECT state, count(*) FROM deliveries GROUP BY state", &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

fn read(row: &Row<'_>) -> Result<Delivery, Error> {
    Ok(Delivery {
        community: row.get("community_id")?,
        id: row.get("id")?,
        matter: Matter::of(row.get("kind")?, row.get("about_id")?).ok_or_else(|| row.corrupt("about_id"))?,
        state: row.get("state")?,
        person: row.get("person_id")?,
        address: row.get("address")?,
        attempts: row.get("attempts")?,
        created_at: row.get("created_at")?,
    })
}
