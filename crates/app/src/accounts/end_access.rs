//! Throwing out whoever may have got in: what ends with a reset, a change of password, a suspension, or with *end all
//! others*. Here is the one list of what a thief can hold.

use crate::{Error, News};
use snug_domain::{CommunityId, PersonId, SessionId, Timestamp};
use snug_store::{Tx, api_tokens, changes, known_browsers, links, people, sessions};

/// What becomes of a person's API tokens when everything else ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tokens {
    /// They end too.
    End,
    /// The person knows them and keeps them.
    Keep,
}

/// Ends every session but this one, known browsers, links in mails and, unless they are kept, API tokens; open event
/// streams end with what let them in. Returns how many sessions ended.
pub(crate) fn end_access(
    tx: &mut Tx<'_>,
    news: &mut News,
    (community, person): (CommunityId, PersonId),
    but: Option<SessionId>,
    tokens: Tokens,
    now: Timestamp,
) -> Result<u64, Error> {
    tx.lock_person(community, person)?;
    let ended = sessions::delete_others(tx, community, person, but)?;
    known_browsers::delete_others(tx, community, person, but)?;
    links::set_all_used(tx, community, person, now)?;
    people::raise_access_epoch(tx, community, person)?;
    if tokens == Tokens::End {
        api_tokens::delete_all(tx, community, person)?;
    }
    end_streams(tx, news, (community, person), now)?;
    Ok(ended)
}

/// Has a person's open streams look whether they are still let in: now, and on other nodes with the next news.
pub(super) fn end_streams(
    tx: &mut Tx<'_>,
    news: &mut News,
    (community, person): (CommunityId, PersonId),
    now: Timestamp,
) -> Result<(), Error> {
    if let Some(number) = changes::record_access(tx, community, person, now)? {
        news.add(community, person, number);
    }
    Ok(())
}
