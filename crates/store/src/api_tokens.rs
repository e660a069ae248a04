//! Personal tokens of the API, kept as hashes only.

use crate::people::may_sign_in;
use crate::{Asked, Error, Row, Tx};
use snug_domain::api_token::Scope;
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
    /// What it lets its holder do.
    pub scope: Scope,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it stops to work, if it ever does.
    pub expires_at: Option<Timestamp>,
    /// When it was last used, to the hour.
    pub used_at: Option<Timestamp>,
}

/// Adds a token.
pub fn insert(tx: &mut Tx<'_>, community: CommunityId, token: &ApiToken, token_hash: &[u8]) -> Result<(), Error> {
    tx.run(
        "INSERT INTO api_tokens (community_id, id, token_hash, person_id, name, scope, created_at, expires_at, used_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[
            &community,
            &token.id,
            &token_hash,
            &token.person,
            &token.name,
            &token.scope,
            &token.created_at,
            &token.expires_at,
            &token.used_at,
        ],
    )
}

/// A person's tokens, the newest first.
pub fn list(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Vec<ApiToken>, Error> {
    tx.list(
        "SELECT id, person_id, name, scope, created_at, expires_at, used_at FROM api_tokens
         WHERE community_id = $1 AND person_id = $2 ORDER BY id DESC LIMIT 200",
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

/// Asks whether a token of this person still works, and they may sign in: the answer is a row or none.
pub fn ask_working(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    token: ApiTokenId,
    now: Timestamp,
) -> Result<Asked<i64>, Error> {
    tx.ask(
        concat!(
            "SELECT 1 FROM api_tokens token
         JOIN people person ON person.community_id = token.community_id AND person.id = token.person_id
         WHERE token.community_id = $1 AND token.id = $3 AND token.person_id = $2
             AND (token.expires_at IS NULL OR token.expires_at > $4) AND ",
            may_sign_in!()
        ),
        &[&community, &person, &token, &now],
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

/// Revokes all tokens of a person; how many there were.
pub fn delete_all(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<u64, Error> {
    tx.execute("DELETE FROM api_tokens WHERE community_id = $1 AND person_id = $2", &[&community, &person])
}

/// Forgets the tokens of a community that stopped to work before this time.
pub fn delete_expired(tx: &mut Tx<'_>, community: CommunityId, before: Timestamp) -> Result<u64, Error> {
    tx.execute("DELETE FROM api_tokens WHERE community_id = $1 AND expires_at < $2", &[&community, &before])
}

fn read(row: &Row<'_>) -> Result<ApiToken, Error> {
    Ok(ApiToken {
        id: row.get("id")?,
        person: row.get("person_id")?,
        name: row.get("name")?,
        scope: row.get("scope")?,
        created_at: row.get("created_at")?,
        expires_at: row.get("expires_at")?,
        used_at: row.get("used_at")?,
    })
}
