//! Those whose name looks like that of somebody else in the community, or like their handle.

use crate::Error;
use snug_domain::CommunityId;
use snug_domain::people::{Handle, Person};
use snug_store::{Tx, looks};

/// Those of these people.
pub(crate) fn list_lookalikes<'a>(
    tx: &mut Tx<'_>,
    community: CommunityId,
    people: impl IntoIterator<Item = &'a Handle>,
) -> Result<Vec<Handle>, Error> {
    let people: Vec<Handle> = people.into_iter().cloned().collect();
    Ok(looks::list_shared(tx, community, &people)?)
}

/// Whether one is among them.
pub(crate) fn is_lookalike(tx: &mut Tx<'_>, community: CommunityId, person: &Person) -> Result<bool, Error> {
    Ok(!list_lookalikes(tx, community, [&person.handle])?.is_empty())
}
