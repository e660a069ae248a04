//! What each of them may read.

use super::{Is, Model};
use crate::spans::order::{PEOPLE, Who};
use snug_domain::Timestamp;
use snug_domain::conversations::EntryKind;
use std::collections::BTreeSet;

impl Model {
    /// The entries somebody may see, numbered from 0.
    pub(in crate::spans) fn sees(&self, who: Who, now: Timestamp) -> BTreeSet<usize> {
        let asked_with = self.open(who, now).map(|asked| asked.with);
        self.people[who].seen.iter().copied().chain(asked_with).collect()
    }

    /// What an entry says to somebody: to who has gone, what it said then. Their own words are theirs as they are now.
    pub(in crate::spans) fn words(&self, who: Who, place: usize, now: Timestamp) -> &str {
        let entry = &self.entries[place];
        let is_asked_with = self.open(who, now).is_some_and(|asked| asked.with == place);
        let known = self.people[who].words.get(&place).filter(|_| entry.author != who && !is_asked_with);
        known.unwrap_or(&entry.text)
    }

    /// Who was asked to what nobody accepted, in time or before it was taken back.
    pub(in crate::spans) fn never_came(&self) -> BTreeSet<Who> {
        let stood = |who: Who| self.withdrawn.as_ref().map_or(self.people[who].is, |before| before[who]);
        (0..PEOPLE).filter(|who| matches!(stood(*who), Is::Asked(_))).collect()
    }

    /// Every text that may be anywhere somebody can look.
    pub(in crate::spans) fn texts(&self, who: Who, now: Timestamp) -> BTreeSet<&str> {
        let seen = self.sees(who, now);
        let seen = seen.iter().copied().filter(|place| self.entries[*place].deleted_at.is_none());
        let (one, told) = (&self.people[who], self.is_in(who) || self.open(who, now).is_some());
        let title = (told || one.was_in).then_some(one.title.as_str());
        seen.map(|place| self.words(who, place, now)).chain(title).filter(|text| !text.is_empty()).collect()
    }

    /// How much is unread.
    pub(in crate::spans) fn unread(&self, who: Who) -> usize {
        let one = &self.people[who];
        if one.is != Is::In {
            return usize::from(one.ping);
        }
        let news = one.seen.range(one.read..).map(|place| &self.entries[*place]).filter(|entry| {
            let is_news = entry.kind == EntryKind::Message || entry.about == Some(who);
            entry.author != who && entry.deleted_at.is_none() && is_news
        });
        news.count()
    }

    /// The messages of somebody's own that they can see, numbered from 0.
    pub(in crate::spans) fn own(&self, who: Who, now: Timestamp) -> Vec<usize> {
        let seen = self.sees(who, now).into_iter();
        let own = |place: &usize| self.entries[*place].author == who && self.entries[*place].kind == EntryKind::Message;
        seen.filter(own).collect()
    }
}
