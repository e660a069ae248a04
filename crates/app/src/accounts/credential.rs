use crate::{Actor, Error};
use snug_domain::account::SESSION_LASTS;
use snug_domain::{ApiTokenId, SessionId};
use snug_store::{Asked, Tx, api_tokens, sessions};

/// What lets somebody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credential {
    /// The cookie of a browser.
    Session(SessionId),
    /// A personal token of the API.
    Token(ApiTokenId),
}

impl Credential {
    /// Asks whether it still lets the actor in, in the snapshot of this transaction: the answer is a row or none.
    pub(crate) fn ask(self, tx: &mut Tx<'_>, actor: &Actor) -> Result<Asked<i64>, Error> {
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        Ok(match self {
            Self::Session(session) => sessions::ask_working(tx, community, person, session, now - SESSION_LASTS)?,
            Self::Token(token) => api_tokens::ask_working(tx, community, person, token, now)?,
        })
    }
}
