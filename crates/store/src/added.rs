//! The people a line is about beside its subject, where several were added at once: their ids stand with the line.

use crate::people;
use crate::{Error, Tx};
use snug_domain::conversations::{Added, EntryKind};
use snug_domain::people::NamedPerson;
use snug_domain::{CommunityId, PersonId};

/// What a row tells of a line, and where the people go whom it is about beside its subject.
pub(crate) struct Told<'a> {
    pub kind: EntryKind,
    pub detail: &'a str,
    pub also: &'a mut Vec<NamedPerson>,
}

/// Names everybody the lines of these rows are about. One statement for all of them, and none where there is nobody.
pub(crate) fn name<T>(
    tx: &mut Tx<'_>,
    community: CommunityId,
    rows: &mut [T],
    told: impl Fn(&mut T) -> Option<Told<'_>>,
) -> Result<(), Error> {
    let mut found = Vec::new();
    for row in &mut *rows {
        found.extend(told(row).into_iter().flat_map(|told| ids(&told)));
    }
    if found.is_empty() {
        return Ok(());
    }
    let named = people::list_named(tx, community, &found)?;
    for row in rows {
        let Some(told) = told(row) else { continue };
        for id in ids(&told) {
            told.also.extend(named.iter().find(|person| person.id == id).cloned());
        }
    }
    Ok(())
}

fn ids(told: &Told<'_>) -> Vec<PersonId> {
    match told.kind {
        EntryKind::Invited => Added::read(told.detail).map(|added| added.also).unwrap_or_default(),
        _ => Vec::new(),
    }
}
