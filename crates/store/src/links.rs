//! Links in mails that work once. The link itself is made from the id and a secret, and kept nowhere.

use crate::{Error, Tx};
use snug_domain::account::LinkPurpose;
use snug_domain::{CommunityId, LinkId, PersonId, Timestamp};

/// A link that works once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// What it is for.
    pub purpose: LinkPurpose,
    /// Whom it is for.
    pub person: PersonId,
    /// When it stops to work.
    pub expires_at: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
    /// The browser it was asked for with, as it calls itself.
    pub client: Option<String>,
}

/// Adds a link.
pub fn insert(tx: &mut Tx<'_>, community: CommunityId, link: &Link) -> Result<(), Error> {
    tx.run(
        "INSERT INTO links (community_id, id, purpose, person_id, expires_at, used_at, client)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[&community, &link.id, &link.purpose, &link.person, &link.expires_at, &link.used_at, &link.client],
    )
}

/// The link with this id.
pub fn find(tx: &mut Tx<'_>, community: CommunityId, id: LinkId) -> Result<Option<Link>, Error> {
    tx.query_optional(
        "SELECT id, purpose, person_id, expires_at, used_at, client FROM links WHERE community_id = $1 AND id = $2",
        &[&community, &id],
        |row| {
            Ok(Link {
                id: row.get("id")?,
                purpose: row.get("purpose")?,
                person: row.get("person_id")?,
                expires_at: row.get("expires_at")?,
                used_at: row.get("used_at")?,
                client: row.get("client")?,
            })
        },
    )
}

/// Whether a person has a link of this kind that was not used and works for now, as made by a clock like ours.
pub fn has_working(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    purpose: LinkPurpose,
    now: Timestamp,
) -> Result<bool, Error> {
    let found = tx.query_optional(
        "SELECT 1 FROM links WHERE community_id = $1 AND person_id = $2 AND purpose = $3 AND used_at IS NULL
             AND expires_at > $4 AND expires_at <= $5 LIMIT 1",
        &[&community, &person, &purpose, &now, &(now + purpose.lasts())],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// Marks a link as used; false if it was before.
pub fn set_used(tx: &mut Tx<'_>, community: CommunityId, id: LinkId, at: Timestamp) -> Result<bool, Error> {
    let used = tx.execute(
        "UPDATE links SET used_at = $3 WHERE community_id = $1 AND id = $2 AND used_at IS NULL",
        &[&community, &id, &at],
    )?;
    Ok(used > 0)
}

/// Ends every link of a person that was not used.
pub fn set_all_used(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, at: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE links SET used_at = $3 WHERE community_id = $1 AND person_id = $2 AND used_at IS NULL",
        &[&community, &person, &at],
    )
}

/// Forgets the links of a community that stopped to work before this time.
pub fn delete_old(tx: &mut Tx<'_>, community: CommunityId, before: Timestamp) -> Result<u64, Error> {
    tx.execute("DELETE FROM links WHERE community_id = $1 AND expires_at < $2", &[&community, &before])
}
