//! Communities: the table that all others hang from.

use crate::{Error, Row, Tx};
use snug_domain::communities::{Community, Conversations};
use snug_domain::face::{Accent, Face};
use snug_domain::{CommunityId, Timestamp};

/// The columns of a `community`.
macro_rules! community_columns {
    () => {
        "community.id AS community_id, community.slug AS community_slug, community.name AS community_name,
         community.host AS community_host, community.mail_domain AS community_mail_domain,
         community.language AS community_language, community.conversations_enabled, community.most_people,
         community.accent AS community_accent, community.logo AS community_logo,
         community.sentence AS community_sentence"
    };
}
pub(crate) use community_columns;

/// Adds a community. [`Error::Conflict`] if its slug or host is taken.
pub fn insert(tx: &mut Tx<'_>, community: &Community, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO communities (id, slug, name, host, mail_domain, language, conversations_enabled, most_people,
             created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[
            &community.id,
            &community.slug,
            &community.name,
            &community.host,
            &community.mail_domain,
            &community.language,
            &(community.conversations == Conversations::On),
            &community.most_people,
            &now,
        ],
    )
}

/// The community found by this host name.
pub fn find_by_host(tx: &mut Tx<'_>, host: &str) -> Result<Option<Community>, Error> {
    tx.query_optional(
        concat!("SELECT ", community_columns!(), " FROM communities community WHERE community.host = $1"),
        &[&host],
        read,
    )
}

/// The community with this word on the command line.
pub fn find_by_slug(tx: &mut Tx<'_>, slug: &str) -> Result<Option<Community>, Error> {
    tx.query_optional(
        concat!("SELECT ", community_columns!(), " FROM communities community WHERE community.slug = $1"),
        &[&slug],
        read,
    )
}

/// The community with this id.
pub fn find(tx: &mut Tx<'_>, community: CommunityId) -> Result<Option<Community>, Error> {
    tx.query_optional(
        concat!("SELECT ", community_columns!(), " FROM communities community WHERE community.id = $1"),
        &[&community],
        read,
    )
}

/// All communities, by name on the command line.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Community>, Error> {
    tx.list(concat!("SELECT ", community_columns!(), " FROM communities community ORDER BY community.slug"), &[], read)
}

/// Turns conversations on or off.
pub fn set_conversations(tx: &mut Tx<'_>, community: CommunityId, conversations: Conversations) -> Result<(), Error> {
    tx.run(
        "UPDATE communities SET conversations_enabled = $2 WHERE id = $1",
        &[&community, &(conversations == Conversations::On)],
    )
}

/// Changes how many people can be in one conversation.
pub fn set_most_people(tx: &mut Tx<'_>, community: CommunityId, most: i64) -> Result<(), Error> {
    tx.run("UPDATE communities SET most_people = $2 WHERE id = $1", &[&community, &most])
}

/// Changes a community's name and face.
pub fn set_face(tx: &mut Tx<'_>, community: CommunityId, name: &str, face: &Face) -> Result<(), Error> {
    let accent = face.accent.map(|accent| accent.colour().to_string());
    tx.run(
        "UPDATE communities SET name = $2, accent = $3, logo = $4, sentence = $5 WHERE id = $1",
        &[&community, &name, &accent, &face.logo, &face.sentence],
    )
}

pub(crate) fn read(row: &Row<'_>) -> Result<Community, Error> {
    Ok(Community {
        id: row.get("community_id")?,
        slug: row.get("community_slug")?,
        name: row.get("community_name")?,
        host: row.get("community_host")?,
        mail_domain: row.get("community_mail_domain")?,
        language: row.get("community_language")?,
        conversations: if row.get("conversations_enabled")? { Conversations::On } else { Conversations::Off },
        most_people: row.get("most_people")?,
        face: Face {
            // One that a later rule no longer takes is no reason to have no community.
            accent: row.get::<Option<String>>("community_accent")?.and_then(|accent| Accent::parse(&accent).ok()),
            logo: row.get("community_logo")?,
            sentence: row.get("community_sentence")?,
        },
    })
}
