//! Who stands at the door: the community of a host name, and who a token lets in. Every request
//! begins with it, so it is one statement.

use crate::communities::community_columns;
use crate::people::person_columns;
use crate::preferences::join_preferences;
use crate::row::Column;
use crate::{Error, Row, Tx, communities, people};
use snug_domain::api_token::Scope;
use snug_domain::communities::Community;
use snug_domain::people::Person;
use snug_domain::{ApiTokenId, SessionId, Timestamp};

/// The community that somebody comes to, and who they are.
pub type Arrival<Id> = (Community, Option<LetIn<Id>>);

/// Somebody a token lets in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetIn<Id> {
    /// The session or personal token.
    pub by: Id,
    /// Whose it is.
    pub person: Person,
    /// When it was last used, to the hour.
    pub used_at: Option<Timestamp>,
}

/// What a personal token lets its holder do, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// What for.
    pub scope: Scope,
    /// When it stops to work, if it ever does.
    pub expires_at: Option<Timestamp>,
}

/// The community that a program comes to, and on whose token.
pub type ProgramArrival = (Community, Option<(LetIn<ApiTokenId>, Terms)>);

/// The community of this host name, and who is let in there by the session with this token.
pub fn find_by_session(tx: &mut Tx<'_>, host: &str, token_hash: &[u8]) -> Result<Option<Arrival<SessionId>>, Error> {
    tx.query_optional(
        concat!(
            "SELECT session.id AS let_in_by, session.seen_at AS used_at, ",
            community_columns!(),
            ", ",
            person_columns!(),
            " FROM communities community
         LEFT JOIN sessions session ON session.community_id = community.id AND session.token_hash = $2
         LEFT JOIN people person ON person.community_id = session.community_id AND person.id = session.person_id ",
            join_preferences!(),
            " WHERE community.host = $1"
        ),
        &[&host, &token_hash],
        read,
    )
}

/// The community of this host name, and who is let in there by the personal token of the API.
pub fn find_by_api_token(tx: &mut Tx<'_>, host: &str, token_hash: &[u8]) -> Result<Option<ProgramArrival>, Error> {
    tx.query_optional(
        concat!(
            "SELECT token.id AS let_in_by, token.used_at, token.scope, token.expires_at, ",
            community_columns!(),
            ", ",
            person_columns!(),
            " FROM communities community
         LEFT JOIN api_tokens token ON token.community_id = community.id AND token.token_hash = $2
         LEFT JOIN people person ON person.community_id = token.community_id AND person.id = token.person_id ",
            join_preferences!(),
            " WHERE community.host = $1"
        ),
        &[&host, &token_hash],
        |row| {
            let (community, let_in) = read::<ApiTokenId>(row)?;
            let terms = |let_in| Ok((let_in, Terms { scope: row.get("scope")?, expires_at: row.get("expires_at")? }));
            Ok((community, let_in.map(terms).transpose()?))
        },
    )
}

fn read<Id: Column>(row: &Row<'_>) -> Result<Arrival<Id>, Error> {
    let let_in = match row.get("let_in_by")? {
        Some(by) => Some(LetIn { by, person: people::read(row)?, used_at: row.get("used_at")? }),
        None => None,
    };
    Ok((communities::read(row)?, let_in))
}
