//! Communities: the table that all others hang from.

use crate::{Error, Row, Tx};
use snug_domain::communities::{Community, Conversations};
use snug_domain::{CommunityId, Timestamp};

/// Adds a community. [`Error::Conflict`] if its slug or host is taken.
pub fn insert(tx: &mut Tx<'_>, community: &Community, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO communities (id, slug, name, host, mail_domain, language, conversations_enabled, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            &community.id,
            &community.slug,
            &community.name,
            &community.host,
            &community.mail_domain,
            &community.language,
            &(community.conversations == Conversations::On),
            &now,
        ],
    )
}

/// The community found by this host name.
pub fn find_by_host(tx: &mut Tx<'_>, host: &str) -> Result<Option<Community>, Error> {
    tx.query_optional(
        "SELECT id, slug, name, host, mail_domain, language, conversations_enabled FROM communities WHERE host = $1",
        &[&host],
        read,
    )
}

/// The community with this word on the command line.
pub fn find_by_slug(tx: &mut Tx<'_>, slug: &str) -> Result<Option<Community>, Error> {
    tx.query_optional(
        "SELECT id, slug, name, host, mail_domain, language, conversations_enabled FROM communities WHERE slug = $1",
        &[&slug],
        read,
    )
}

/// The community with this id.
pub fn find(tx: &mut Tx<'_>, community: CommunityId) -> Result<Option<Community>, Error> {
    tx.query_optional(
        "SELECT id, slug, name, host, mail_domain, language, conversations_enabled FROM communities WHERE id = $1",
        &[&community],
        read,
    )
}

/// All communities, by name on the command line.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Community>, Error> {
    tx.list(
        "SELECT id, slug, name, host, mail_domain, language, conversations_enabled FROM communities ORDER BY slug",
        &[],
        read,
    )
}

/// Turns conversations on or off.
pub fn set_conversations(tx: &mut Tx<'_>, community: CommunityId, conversations: Conversations) -> Result<(), Error> {
    tx.run(
        "UPDATE communities SET conversations_enabled = $2 WHERE id = $1",
        &[&community, &(conversations == Conversations::On)],
    )
}

pub(crate) fn read(row: &Row<'_>) -> Result<Community, Error> {
    Ok(Community {
        id: row.get(0)?,
        slug: row.get(1)?,
        name: row.get(2)?,
        host: row.get(3)?,
        mail_domain: row.get(4)?,
        language: row.get(5)?,
        conversations: if row.get(6)? { Conversations::On } else { Conversations::Off },
    })
}
