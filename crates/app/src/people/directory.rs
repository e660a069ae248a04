use super::insert::plain;
use crate::{Actor, App, Error};
use snug_domain::communities::Community;
use snug_domain::people::{Handle, Person, words};
use snug_store::people;
use std::cmp::Reverse;

/// A page of the directory.
#[derive(Debug, Clone)]
pub struct MembersPage {
    /// Members, in the order of their handles.
    pub members: Vec<Person>,
    /// The handle to go on after, if there are more.
    pub next: Option<Handle>,
}

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
        let mut beginnings: Vec<String> = words(&plain(search)).take(3).map(str::to_owned).collect();
        // The longest fits the fewest.
        beginnings.sort_by_key(|beginning| Reverse(beginning.len()));
        let after = after.map(|handle| handle.as_str().to_owned()).unwrap_or_default();
        let one_more = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
        // Signs only: nobody's name begins so.
        if beginnings.is_empty() && !search.trim().is_empty() {
            return Ok(MembersPage { members: Vec::new(), next: None });
        }
        let mut members = self
            .read(move |tx| {
                let mut beginning = beginnings.iter().map(String::as_str);
                let found = match beginning.next() {
                    None => people::list_members(tx, community, &after, one_more)?,
                    Some(first) => {
                        let (second, third) = (beginning.next().unwrap_or(first), beginning.next().unwrap_or(first));
                        people::search_members(tx, community, [first, second, third], &after, one_more)?
                    }
                };
                Ok(found)
            })
            .await?;
        let next = if members.len() > limit {
            members.truncate(limit);
            members.last().map(|person| person.handle.clone())
        } else {
            None
        };
        Ok(MembersPage { members, next })
    }

    /// The first members by handle, whoever asks: for the demo.
    pub async fn list_first_members(&self, community: &Community, limit: usize) -> Result<Vec<Person>, Error> {
        let (community, limit) = (community.id, i64::try_from(limit).unwrap_or(i64::MAX));
        self.read(move |tx| Ok(people::list_members(tx, community, "", limit)?)).await
    }
}
