use crate::{Actor, Error};
use snug_domain::account::SESSION_LASTS;
use snug_domain::{ApiTokenId, SessionId};
use snug_store::{Tx, api_tokens, sessions};

/// What lets somebody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credential {
    /// The cookie of a browser.
    Session(SessionId),
    /// A personal token of the API.
    Token(ApiTokenId),
}

impl Credential {
    /// Whether it still lets the actor in, in the snapshot of this transaction.
    pub(crate) fn is_valid(self, tx: &mut Tx<'_>, actor: &Actor) -> Result<bool, Error> {
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        Ok(match self {
            Self::Session(session) => sessions::find_seen(tx, community, person, session)?
                .is_some_and(|seen_at| now - seen_at < SESSION_LASTS),
            Self::Token(token) => api_tokens::is_working(tx, community, person, token, now)?,
        })
    }
}
