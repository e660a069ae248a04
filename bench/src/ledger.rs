//! What those who sent were answered, beside what is there: compared one by one.

use crate::client::Client;
use crate::send::Stage;
use anyhow::{Context, Result, ensure};
use hyper::StatusCode;
use serde::Deserialize;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// Every message that was acknowledged: the key it was sent with, and the id it was answered with.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    acknowledged: HashMap<String, String>,
    /// Answers that gave a key another id than before.
    contradicted: usize,
}

/// A message that is there.
#[derive(Debug, Deserialize)]
pub(crate) struct Listed {
    id: String,
    /// The key its author sent it with.
    client_id: Option<String>,
}

/// How the two differ.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Compared {
    /// Messages that were acknowledged, and are not there.
    pub(crate) lost: usize,
    /// Messages that are there more than once.
    pub(crate) twice: usize,
    /// Messages that are there, and were never acknowledged.
    pub(crate) unknown: usize,
}

impl Ledger {
    /// Notes an answer.
    pub(crate) fn acknowledge(&mut self, client_id: String, id: String) {
        match self.acknowledged.entry(client_id) {
            Entry::Occupied(known) if *known.get() != id => self.contradicted += 1,
            Entry::Occupied(_) => {}
            Entry::Vacant(place) => drop(place.insert(id)),
        }
    }

    /// How many messages were acknowledged.
    pub(crate) fn count(&self) -> usize {
        self.acknowledged.len()
    }

    /// Compares it with what is there; keys that do not begin with this mark are others' business.
    pub(crate) fn compare(&self, listed: &[Listed], mark: &str) -> Compared {
        let pair = |one: &'_ Listed| Some((one.client_id.clone()?, one.id.clone()));
        let ours: Vec<_> = listed.iter().filter_map(pair).filter(|(key, _)| key.starts_with(mark)).collect();
        let there: HashSet<_> = ours.iter().map(|(key, id)| (key, id)).collect();
        let keys: HashSet<_> = ours.iter().map(|(key, _)| key).collect();
        Compared {
            lost: self.acknowledged.iter().filter(|told| !there.contains(told)).count(),
            twice: ours.len() - keys.len() + self.contradicted,
            unknown: keys.iter().filter(|key| !self.acknowledged.contains_key(**key)).count(),
        }
    }
}

/// Some messages, as the API gives them.
#[derive(Deserialize)]
struct Page {
    items: Vec<Listed>,
    next: Option<i64>,
}

/// Everything that stands in the conversations of a stage.
pub(crate) async fn list(stage: &Stage) -> Result<Vec<Listed>> {
    let mut listed = Vec::new();
    for pair in &stage.pairs {
        let mut client = Client::connect(stage.snug.caller(&pair.one)).await?;
        let mut after = Some(0);
        while let Some(number) = after {
            let answer = client.get(&format!("{}?limit=100&after={number}", pair.messages())).await?;
            ensure!(answer.status == StatusCode::OK, "a list of messages answered {}", answer.status);
            let page: Page = serde_json::from_slice(&answer.body).context("a list of messages")?;
            listed.extend(page.items);
            after = page.next;
        }
    }
    Ok(listed)
}

#[cfg(test)]
mod tests {
    use super::{Compared, Ledger, Listed};

    fn listed(all: &[(&str, &str)]) -> Vec<Listed> {
        let one = |&(key, id): &(&str, &str)| Listed { id: id.to_owned(), client_id: Some(key.to_owned()) };
        all.iter().map(one).collect()
    }

    fn ledger(all: &[(&str, &str)]) -> Ledger {
        let mut ledger = Ledger::default();
        all.iter().for_each(|&(key, id)| ledger.acknowledge(key.to_owned(), id.to_owned()));
        ledger
    }

    #[test]
    fn what_was_acknowledged_is_there_once() {
        let told = ledger(&[("a-1", "x"), ("a-2", "y"), ("a-1", "x")]);
        let there = listed(&[("a-1", "x"), ("a-2", "y"), ("a-3", "z"), ("before", "w")]);
        assert_eq!(told.compare(&there, "a-"), Compared { lost: 0, twice: 0, unknown: 1 });
        assert_eq!(told.count(), 2);
    }

    #[test]
    fn what_is_not_there_or_under_another_id_is_lost() {
        let told = ledger(&[("a-1", "x"), ("a-2", "y")]);
        assert_eq!(told.compare(&listed(&[("a-1", "z")]), "a-"), Compared { lost: 2, twice: 0, unknown: 0 });
    }

    #[test]
    fn what_is_there_or_was_answered_under_two_ids_is_there_twice() {
        let there = listed(&[("a-1", "x"), ("a-1", "y"), ("a-1", "x")]);
        assert_eq!(ledger(&[("a-1", "x")]).compare(&there, "a-").twice, 2);
        assert_eq!(ledger(&[("a-1", "x"), ("a-1", "y")]).compare(&listed(&[("a-1", "x")]), "a-").twice, 1);
    }
}
