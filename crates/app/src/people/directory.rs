use super::insert::plain;
use super::list_lookalikes;
use crate::{Actor, App, Error};
use snug_domain::CommunityId;
use snug_domain::allowance::SEARCHES;
use snug_domain::communities::Community;
use snug_domain::people::{Handle, Person, words};
use snug_store::{Part, Tx, directory, people};
use std::cmp::Reverse;

/// A page of the directory.
#[derive(Debug, Clone, Default)]
pub struct MembersPage {
    /// Members, in the order of their handles.
    pub members: Vec<Person>,
    /// The handle to go on after, if there may be more. Of a search that fits very many, a page
    /// can hold fewer than asked for, even none, and yet go on.
    pub next: Option<Handle>,
    /// Those of them whose name looks like that of somebody else.
    pub lookalikes: Vec<Handle>,
}

/// Members that one page of a search looks at, at the most.
const LOOKED_AT: i64 = 1_000;
/// Words counted of each beginning to find the rarest of those that very many have.
const COUNTED: i64 = 5_000;

impl App {
    /// Members whose name or handle has words that begin as those of the search do; all for an
    /// empty search.
    pub async fn list_members(
        &self,
        actor: &Actor,
        search: &str,
        after: Option<&Handle>,
        limit: usize,
    ) -> Result<MembersPage, Error> {
        let community = actor.community_id();
        let after = after.map(|handle| handle.as_str().to_owned()).unwrap_or_default();
        let one_more = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
        if search.trim().is_empty() {
            let found = self.read(move |tx| {
                let members = people::list_members(tx, community, &after, one_more)?;
                Ok((list_lookalikes(tx, community, members.rows.iter().map(|member| &member.handle))?, members))
            });
            let (lookalikes, members) = found.await?;
            return Ok(end_page(members, lookalikes, None, limit));
        }
        self.count(actor, SEARCHES)?;
        let beginnings = beginnings(search);
        // Signs only: nobody's name begins so.
        if beginnings.is_empty() {
            return Ok(MembersPage::default());
        }
        // One at a time, so that searches never take all that read the database for everybody.
        let _place = self.searching.acquire().await.map_err(|closed| Error::Internal(closed.into()))?;
        let found = self.read(move |tx| {
            let (members, end) = search_members(tx, community, &beginnings, &after, one_more)?;
            Ok((list_lookalikes(tx, community, members.rows.iter().map(|member| &member.handle))?, members, end))
        });
        let (lookalikes, members, end) = found.await?;
        Ok(end_page(members, lookalikes, end, limit))
    }

    /// The first members by handle, whoever asks: for the demo.
    pub async fn list_first_members(&self, community: &Community, limit: usize) -> Result<Vec<Person>, Error> {
        let (community, limit) = (community.id, i64::try_from(limit).unwrap_or(i64::MAX));
        self.read(move |tx| Ok(people::list_members(tx, community, "", limit)?.rows)).await
    }
}

/// The beginnings of words searched for, the longest first: it fits the fewest. What a longer one
/// begins with says nothing more.
fn beginnings(search: &str) -> Vec<String> {
    let plain = plain(search);
    let mut all: Vec<&str> = words(&plain).take(3).collect();
    all.sort_by_key(|beginning| Reverse(beginning.len()));
    let mut kept: Vec<String> = Vec::new();
    for beginning in all {
        if !kept.iter().any(|longer| longer.starts_with(beginning)) {
            kept.push(beginning.to_owned());
        }
    }
    kept
}

/// Those who fit, and where the search stopped looking, if it did before the end.
fn search_members(
    tx: &mut Tx<'_>,
    community: CommunityId,
    beginnings: &[String],
    after: &str,
    limit: i64,
) -> Result<(Part<Person, Handle>, Option<Handle>), Error> {
    let mut three = [""; 3];
    for (place, beginning) in three.iter_mut().zip(beginnings.iter().chain(beginnings.iter().cycle())) {
        *place = beginning;
    }
    let (fewest, by_fewest) = by_fewest(tx, community, three, LOOKED_AT)?;
    if fewest == 0 {
        return Ok((Part { rows: Vec::new(), next: None }, None));
    }
    if fewest < LOOKED_AT {
        return Ok((directory::gather(tx, community, by_fewest, after, limit)?, None));
    }
    // With the rarest of them one meets those who fit all the soonest.
    let by_fewest = match beginnings {
        [_] => by_fewest,
        _ => self::by_fewest(tx, community, by_fewest, COUNTED)?.1,
    };
    let [first, ..] = by_fewest;
    let end = directory::find_end_of_walk(tx, community, first, after, LOOKED_AT)?;
    let members = directory::walk(tx, community, by_fewest, (after, end.as_ref()), limit)?;
    Ok((members, end))
}

/// The three by how many words begin so, the fewest first, and how many those are; counted no
/// further than `most`.
fn by_fewest<'a>(
    tx: &mut Tx<'_>,
    community: CommunityId,
    three: [&'a str; 3],
    most: i64,
) -> Result<(i64, [&'a str; 3]), Error> {
    let [a, b, c] = directory::count_words(tx, community, three, most)?;
    let [one, two, three] = three;
    let mut counted = [(a, one), (b, two), (c, three)];
    counted.sort_by_key(|(count, _)| *count);
    let [(fewest, first), (_, second), (_, third)] = counted;
    Ok((fewest, [first, second, third]))
}

/// The page of so many, where one more was asked for, and where the next begins.
fn end_page(
    found: Part<Person, Handle>,
    lookalikes: Vec<Handle>,
    looked_up_to: Option<Handle>,
    limit: usize,
) -> MembersPage {
    let Part { rows: mut members, next } = found;
    if next.is_none() {
        return MembersPage { members, next: looked_up_to, lookalikes };
    }
    members.truncate(limit);
    let next = members.last().map(|person| person.handle.clone()).or(next);
    MembersPage { members, next, lookalikes }
}

#[cfg(test)]
mod tests {
    use super::beginnings;

    #[test]
    fn what_another_word_begins_with_is_not_searched_for_twice() {
        assert_eq!(beginnings("u u u"), ["u"]);
        assert_eq!(beginnings("an Ana b"), ["ana", "b"]);
        assert_eq!(beginnings("una ursula"), ["ursula", "una"]);
        assert_eq!(beginnings("% ."), [""; 0]);
    }
}
