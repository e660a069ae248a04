//! People who asked to sign up and have not confirmed their address yet.

use crate::{Error, Tx};
use snug_domain::people::{EmailAddress, Language};
use snug_domain::{CommunityId, SignUpId, Timestamp};

/// Somebody who asked to sign up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignUp {
    /// Its id.
    pub id: SignUpId,
    /// What they are called.
    pub name: String,
    /// The address they say is theirs.
    pub address: EmailAddress,
    /// The hash of the password they chose.
    pub password_hash: String,
    /// The language they came with.
    pub language: Language,
    /// When they asked.
    pub created_at: Timestamp,
}

/// Adds a sign-up.
pub fn insert(tx: &mut Tx<'_>, community: CommunityId, sign_up: &SignUp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO sign_ups (community_id, id, name, address, password_hash, language, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            &community,
            &sign_up.id,
            &sign_up.name,
            &sign_up.address,
            &sign_up.password_hash,
            &sign_up.language,
            &sign_up.created_at,
        ],
    )
}

/// The sign-up with this id.
pub fn find(tx: &mut Tx<'_>, community: CommunityId, id: SignUpId) -> Result<Option<SignUp>, Error> {
    tx.query_optional(
        "SELECT id, name, address, password_hash, language, created_at FROM sign_ups
         WHERE community_id = $1 AND id = $2",
        &[&community, &id],
        |row| {
            Ok(SignUp {
                id: row.get("id")?,
                name: row.get("name")?,
                address: row.get("address")?,
                password_hash: row.get("password_hash")?,
                language: row.get("language")?,
                created_at: row.get("created_at")?,
            })
        },
    )
}

/// Forgets a sign-up; whether there was one.
pub fn delete(tx: &mut Tx<'_>, community: CommunityId, id: SignUpId) -> Result<bool, Error> {
    let gone = tx.execute("DELETE FROM sign_ups WHERE community_id = $1 AND id = $2", &[&community, &id])?;
    Ok(gone > 0)
}

/// Forgets the sign-ups of a community from before this time.
pub fn delete_old(tx: &mut Tx<'_>, community: CommunityId, before: Timestamp) -> Result<u64, Error> {
    tx.execute("DELETE FROM sign_ups WHERE community_id = $1 AND created_at < $2", &[&community, &before])
}
