//! Whom a message goes to, and the search for more of them.

use crate::fault::Failure;
use crate::pages::person;
use crate::views::{FoundPeople, FoundPerson, Person, Recipient, Recipients, refusal};
use crate::visit::Member;
use form_urlencoded::Serializer;
use snug_app::Error;
use snug_app::conversations::{Candidate, each_once};
use snug_domain::Refusal;
use snug_domain::people::Handle;

/// People offered at a time.
const OFFERED: usize = 8;

/// The fields of an address or a form, of which one can come more than once.
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Those of the part of an address behind the question mark.
    pub(super) fn of_query(query: Option<&str>) -> Self {
        Self(form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect())
    }

    /// Those of a form.
    pub(super) fn of_form(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// True of a field that is there, also without a value.
    pub(super) fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// The first value of a field; nothing where it has none.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next().filter(|value| !value.is_empty())
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The people named by `to`, each once; an error where one is no handle.
    pub(super) fn people(&self) -> Result<Vec<Handle>, Error> {
        let named = self.all("to").filter(|to| !to.is_empty());
        let people = named.map(|to| Handle::parse(to).map_err(|_| Error::NotFound)).collect::<Result<_, _>>()?;
        Ok(each_once(people))
    }
}

/// The page that people are chosen on.
pub(super) struct Choosing<'a> {
    /// Its path.
    pub page: &'a str,
    /// What else its address says.
    pub kept: Vec<(&'static str, String)>,
    /// What is searched for.
    pub search: String,
}

impl Choosing<'_> {
    /// Those chosen, with what stands against each, and those found.
    pub(super) async fn recipients(
        self,
        member: &Member,
        chosen: Vec<(Person, Option<Refusal>)>,
        refused: Option<Refusal>,
        lead: String,
    ) -> Result<Recipients, Failure> {
        let times = member.visit.times();
        let handles: Vec<&str> = chosen.iter().map(|(person, _)| person.handle.as_str()).collect();
        let found = self.find(member, &handles).await?;
        let without = |left: usize| {
            let others = handles.iter().enumerate().filter(|(place, _)| *place != left).map(|(_, handle)| *handle);
            self.address(others)
        };
        let withouts: Vec<String> = (0..handles.len()).map(without).collect();
        let chosen = chosen.into_iter().zip(withouts).map(|((person, refused), without)| Recipient {
            refused: refused.map(|refused| refusal(&times, refused, Some(&person))),
            person,
            without,
        });
        Ok(Recipients {
            chosen: chosen.collect(),
            search: self.search,
            found,
            kept: self.kept,
            refused: refused.map(|refused| refusal(&times, refused, None)),
            lead,
            says: None,
        })
    }

    /// Those who fit and are not chosen yet.
    async fn find(&self, member: &Member, chosen: &[&str]) -> Result<FoundPeople, Failure> {
        if self.search.trim().is_empty() {
            return Ok(FoundPeople::default());
        }
        let own = member.signed_in.person.id;
        let found = member.app().list_members(&member.actor(), &self.search, None, OFFERED + chosen.len() + 1).await?;
        let very_many = found.next.is_some();
        let is_new = |other: &&snug_domain::people::Person| {
            other.id != own && !chosen.iter().any(|handle| *handle == other.handle.as_str())
        };
        let are_chosen = found.members.iter().any(|other| chosen.contains(&other.handle.as_str()));
        let people = found.members.iter().filter(is_new).take(OFFERED).map(|other| FoundPerson {
            person: person(other).lookalike(found.lookalikes.contains(&other.handle)),
            with: self.address(chosen.iter().copied().chain([other.handle.as_str()])),
        });
        Ok(FoundPeople { people: people.collect(), very_many, are_chosen })
    }

    fn address<'h>(&self, handles: impl Iterator<Item = &'h str>) -> String {
        let mut query = Serializer::new(String::new());
        let mut handles = handles.peekable();
        if handles.peek().is_none() {
            // Nobody yet, on the same page: what was written stays.
            query.append_pair("to", "");
        }
        query.extend_pairs(handles.map(|handle| ("to", handle)));
        query.extend_pairs(self.kept.iter().map(|(name, value)| (*name, value.as_str())));
        format!("{}?{}", self.page, query.finish())
    }
}

/// Somebody the app was asked about; where there is no such member, no more than their handle.
pub(super) fn candidate(candidate: &Candidate) -> (Person, Option<Refusal>) {
    let handle = candidate.handle.as_str();
    let named = candidate.person.as_ref().map_or_else(|| Person::new(format!("@{handle}"), handle), person);
    (named, candidate.may_be_asked.err())
}
