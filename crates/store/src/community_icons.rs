//! The pictures made from a community's logo, each as it is served.

use crate::{Error, Tx};
use snug_domain::CommunityId;
use snug_domain::face::Icon;

/// Keeps a picture in place of the one that was there.
pub fn put(tx: &mut Tx<'_>, community: CommunityId, icon: Icon, logo: &str, png: &[u8]) -> Result<(), Error> {
    tx.run(
        "INSERT INTO community_icons (community_id, icon, logo, png) VALUES ($1, $2, $3, $4)
         ON CONFLICT (community_id, icon) DO UPDATE SET logo = $3, png = $4",
        &[&community, &icon, &logo, &png],
    )
}

/// The picture made from this logo.
pub fn find(tx: &mut Tx<'_>, community: CommunityId, icon: Icon, logo: &str) -> Result<Option<Vec<u8>>, Error> {
    tx.query_optional(
        "SELECT png FROM community_icons WHERE community_id = $1 AND icon = $2 AND logo = $3",
        &[&community, &icon, &logo],
        |row| row.get("png"),
    )
}

/// Forgets the pictures of a community.
pub fn delete(tx: &mut Tx<'_>, community: CommunityId) -> Result<(), Error> {
    tx.run("DELETE FROM community_icons WHERE community_id = $1", &[&community])
}
