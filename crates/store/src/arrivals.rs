//! Who stands at the door: the community of a host name, and who a token lets in. Every request
//! begins with it, so it is one statement.

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
        "SELECT community.id, community.slug, community.name, community.host, community.mail_domain,
             community.language, community.conversations_enabled, session.id, session.seen_at,
             person.id, person.kind, person.state, person.name, person.handle, person.about, person.mail_name,
             person.language, person.theme, person.wants_mail, person.bell_sound, person.enter_sends,
             person.shows_presence, person.letter_keys, person.change_number, person.created_at
         FROM communities community
         LEFT JOIN sessions session ON session.community_id = community.id AND session.token_hash = $2
         LEFT JOIN people person ON person.community_id = session.community_id AND person.id = session.person_id
         WHERE community.host = $1",
        &[&host, &token_hash],
        read,
    )
}

/// The community of this host name, and who is let in there by the personal token of the API.
pub fn find_by_api_token(tx: &mut Tx<'_>, host: &str, token_hash: &[u8]) -> Result<Option<ProgramArrival>, Error> {
    tx.query_optional(
        "SELECT community.id, community.slug, community.name, community.host, community.mail_domain,
             community.language, community.conversations_enabled, token.id, token.used_at,
             person.id, person.kind, person.state, person.name, person.handle, person.about, person.mail_name,
             person.language, person.theme, person.wants_mail, person.bell_sound, person.enter_sends,
             person.shows_presence, person.letter_keys, person.change_number, person.created_at, token.scope,
             token.expires_at
         FROM communities community
         LEFT JOIN api_tokens token ON token.community_id = community.id AND token.token_hash = $2
         LEFT JOIN people person ON person.community_id = token.community_id AND person.id = token.person_id
         WHERE community.host = $1",
        &[&host, &token_hash],
        |row| {
            let (community, let_in) = read::<ApiTokenId>(row)?;
            let terms = |let_in| Ok((let_in, Terms { scope: row.get(TERMS)?, expires_at: row.get(TERMS + 1)? }));
            Ok((community, let_in.map(terms).transpose()?))
        },
    )
}

/// Columns of a community, which come first; then those of what lets in, then those of the person.
const COMMUNITY: usize = 7;
/// The terms of a token come after the person.
const TERMS: usize = COMMUNITY + 2 + people::COLUMNS;

fn read<Id: Column>(row: &Row<'_>) -> Result<Arrival<Id>, Error> {
    let let_in = match row.get(COMMUNITY)? {
        Some(by) => {
            Some(LetIn { by, person: people::read_from(row, COMMUNITY + 2)?, used_at: row.get(COMMUNITY + 1)? })
        }
        None => None,
    };
    Ok((communities::read(row)?, let_in))
}
