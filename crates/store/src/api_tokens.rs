//! Personal tokens of the API, kept as hashes only.

use crate::{Error, Row, Tx};
use snug_domain::{ApiTokenId, CommunityId, PersonId, Timestamp};

/// A personal token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Its id.
    pub id: ApiTokenId,
    /// Whose it is.
    pub person: PersonId,
    /// What its owner calls it.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    pub used_at: Option<Timestamp>,
}

/// Adds a token.
pub fn insert(tx: &mut Tx<'_>, community: CommunityId, token: &ApiToken, token_hash: &[u8]) -> Result<(), Error> {
    tx.run(
        "INSERT INTO api_tokens (community_id, id, token_hash, person_id, name, created_at, used_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[&community, &token.id, &token_hash, &token.person, &token.name, &token.created_at, &token.used_at],
    )
}

/// A person's tokens, the newest first.
pub fn list(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Vec<ApiToken>, Error> {
    tx.query(
        "SELECT id, person_id, name, created_at, used_at FROM api_tokens WHERE community_id = $1 AND person_id = $2
         ORDER BY id DESC LIMIT 200",
        &[&community, &person],
        read,
    )
}

/// How many tokens a person has.
pub fn count(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<i64, Error> {
    tx.query_one(
        "SELECT count(*) FROM api_tokens WHERE community_id = $1 AND person_id = $2",
        &[&community, &person],
        |row| row.get(0),
    )
}

/// Notes that a token was used.
pub fn set_used(tx: &mut Tx<'_>, community: CommunityId, token: ApiTokenId, at: Timestamp) -> Result<(), Error> {
    tx.run("UPDATE api_tokens SET used_at = $3 WHERE community_id = $1 AND id = $2", &[&community, &token, &at])
}

/// Revokes a token of a person; whether there was one.
pub fn delete(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, token: ApiTokenId) -> Result<bool, Error> {
    let gone = tx.execute(
        "DELETE FROM api_tokens WHERE community_id = $1 AND person_id = $2 AND id = $3",
        &[&community, &person, &token],
    )?;
    Ok(gone > 0)
}

fn read(row: &Row<'_>) -> Result<ApiToken, Error> {
    Ok(ApiToken {
        id: row.get(0)?,
        person: row.get(1)?,
        name: row.get(2)?,
        created_at: row.get(3)?,
        used_at: row.get(4)?,
    })
}
