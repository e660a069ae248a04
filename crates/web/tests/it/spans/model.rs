//! What each person may see and do in a conversation of several, worked out a second time: as simply as can be, from
//! what the issue says, and without a line of the program.

mod expects;
mod reads;

pub(super) use expects::Expect;

use super::order::{PEOPLE, Past, Step, Who};
use snug_domain::conversations::EntryKind;
use snug_domain::{Span, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

const LAPSES: Span = Span::days(30);

/// An entry, as it is now.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub author: Who,
    pub kind: EntryKind,
    pub about: Option<Who>,
    /// The words of a message, the title of a line.
    pub text: String,
    pub deleted_at: Option<Timestamp>,
}

/// How somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Is {
    /// Was never asked.
    Nobody,
    Asked(Asked),
    In,
    Left,
    /// Taken out, or asked and that was taken back.
    Out,
}

/// How somebody last went who was in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Went {
    Away,
    TakenOut,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    pub by: Who,
    pub at: Timestamp,
    pub with: usize,
    pub from: usize,
    pub declined: bool,
}

/// One of the people.
#[derive(Debug, Clone)]
pub(super) struct One {
    pub is: Is,
    pub is_host: bool,
    pub muted: bool,
    /// Whether they took part, ever.
    pub was_in: bool,
    pub went: Option<Went>,
    came_at: Timestamp,
    left_at: Option<Timestamp>,
    /// The entries that are theirs because they were in, numbered from 0.
    pub seen: BTreeSet<usize>,
    /// The first entry of those they see since they came.
    from: usize,
    /// How many of all they have read, and whether something else is new.
    read: usize,
    pub ping: bool,
    /// What the messages of others said when they last could read them while they were in.
    words: BTreeMap<usize, String>,
    /// What they last knew the conversation to be called.
    pub title: String,
    /// Who was in while they were.
    pub met: BTreeSet<Who>,
}

/// The conversation, and everybody.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub entries: Vec<Entry>,
    pub people: Vec<One>,
    pub title: String,
    pub only_hosts_add: bool,
    /// How everybody stood before whoever began took it back.
    withdrawn: Option<Vec<Is>>,
}

impl Model {
    /// A conversation that the first of all begins with the others.
    pub(super) fn begun(asked: &[Who], title: &str, text: &str, now: Timestamp) -> Self {
        let one = One {
            is: Is::Nobody,
            is_host: false,
            muted: false,
            was_in: false,
            went: None,
            came_at: now,
            left_at: None,
            seen: BTreeSet::new(),
            from: 0,
            read: 0,
            ping: false,
            words: BTreeMap::new(),
            title: String::new(),
            met: BTreeSet::new(),
        };
        let people = vec![one; PEOPLE];
        let mut model =
            Self { entries: Vec::new(), people, title: title.to_owned(), only_hosts_add: false, withdrawn: None };
        let first = &mut model.people[0];
        (first.is, first.is_host, first.was_in) = (Is::In, true, true);
        model.line(0, EntryKind::Started, None, title);
        model.line(0, EntryKind::Message, None, text);
        for who in asked {
            model.ask(*who, Asked { by: 0, at: now, with: 1, from: 0, declined: false });
        }
        model.learn(now);
        model
    }

    pub(super) fn is_in(&self, who: Who) -> bool {
        self.people[who].is == Is::In
    }

    fn others_in(&self, who: Who) -> bool {
        (0..PEOPLE).any(|other| other != who && self.is_in(other))
    }

    /// Whether anybody else was ever in.
    pub(super) fn has_begun(&self, who: Who) -> bool {
        (0..PEOPLE).any(|other| other != who && self.people[other].was_in)
    }

    /// What somebody is asked to, while they can say yes.
    pub(super) fn open(&self, who: Who, now: Timestamp) -> Option<Asked> {
        match self.people[who].is {
            Is::Asked(asked) if now - asked.at < LAPSES && self.others_in(who) => Some(asked),
            _ => None,
        }
    }

    /// Whether somebody looks asked to those who are in.
    pub(super) fn looks_asked(&self, who: Who, now: Timestamp) -> bool {
        matches!(self.people[who].is, Is::Asked(asked) if now - asked.at < LAPSES)
    }

    pub(super) fn may_write(&self, who: Who) -> bool {
        self.is_in(who) && self.others_in(who)
    }

    /// The entry that a step means, if there is one.
    pub(super) fn meant(&self, step: Step, now: Timestamp) -> Option<usize> {
        match step {
            Step::Edit(who, nth) | Step::Delete(who, nth) | Step::Restore(who, nth) => {
                let own = self.own(who, now);
                own.get(nth % own.len().max(1)).copied()
            }
            Step::Add(who, _, Past::From(nth)) => {
                let seen: Vec<_> = self.people[who].seen.iter().copied().collect();
                seen.get(nth % seen.len().max(1)).copied()
            }
            _ => None,
        }
    }

    fn asked(&self) -> usize {
        self.people.iter().filter(|one| matches!(one.is, Is::Asked(_))).count()
    }

    fn hosts(&self) -> usize {
        self.people.iter().filter(|one| one.is == Is::In && one.is_host).count()
    }

    /// What a step does that was not refused.
    pub(super) fn apply(&mut self, step: Step, meant: Option<usize>, text: &str, now: Timestamp) {
        match step {
            Step::Say(who) => self.line(who, EntryKind::Message, None, text),
            Step::Edit(..) => text.clone_into(&mut self.entries[meant.expect("an entry")].text),
            Step::Delete(..) => self.entries[meant.expect("an entry")].deleted_at = Some(now),
            Step::Restore(..) => self.entries[meant.expect("an entry")].deleted_at = None,
            Step::Add(by, who, past) => {
                self.line(by, EntryKind::Message, None, text);
                let with = self.entries.len() - 1;
                let from = match past {
                    Past::All => self.people[by].from,
                    Past::Nothing => with,
                    Past::From(_) => meant.expect("an entry"),
                };
                self.ask(who, Asked { by, at: now, with, from, declined: false });
                self.line(by, EntryKind::Invited, Some(who), "");
            }
            Step::AddBoth(by, [one, other]) => {
                self.line(by, EntryKind::Message, None, text);
                let (with, from) = (self.entries.len() - 1, self.people[by].from);
                for who in if one == other { vec![one] } else { vec![one, other] } {
                    self.ask(who, Asked { by, at: now, with, from, declined: false });
                }
                // One line for both.
                self.line(by, EntryKind::Invited, Some(one), "");
            }
            Step::Accept(who) => self.accept(who, now),
            Step::Decline(who) | Step::UndoDecline(who) => {
                let declines = matches!(step, Step::Decline(_));
                let one = &mut self.people[who];
                if let Is::Asked(asked) = &mut one.is
                    && asked.declined != declines
                {
                    (asked.declined, one.ping) = (declines, !declines);
                }
            }
            Step::Leave(who) if !self.is_in(who) => {}
            Step::Leave(who) if !self.has_begun(who) => self.withdraw(),
            Step::Leave(who) => self.leave(who, now),
            Step::UndoLeave(who) if self.is_in(who) => {}
            Step::UndoLeave(who) => {
                let one = &mut self.people[who];
                (one.is, one.left_at, one.went) = (Is::In, None, None);
                let last = one.seen.last().map_or(0, |last| last + 1);
                one.seen.extend(last..self.entries.len());
                let left = self.entries.iter().rposition(|entry| entry.author == who && entry.kind == EntryKind::Left);
                let before = left.and_then(|left| self.entries.get(left.checked_sub(1)?));
                let instead = before.filter(|entry| entry.author == who && entry.kind == EntryKind::BecameHost);
                let instead = instead.and_then(|entry| entry.about);
                self.line(who, EntryKind::Returned, None, "");
                if let Some(instead) = instead.filter(|other| self.is_in(*other) && self.people[*other].is_host) {
                    self.people[instead].is_host = false;
                    self.line(who, EntryKind::GaveHostBack, Some(instead), "");
                }
                if !self.others_in(who) {
                    self.ping_asked(true);
                }
            }
            Step::Remove(by, who) => self.remove(by, who),
            Step::Withdraw(who) if !self.is_in(who) => {}
            Step::Withdraw(_) => self.withdraw(),
            Step::UndoWithdraw(_) => {
                if let Some(before) = self.withdrawn.take() {
                    for (one, is) in self.people.iter_mut().zip(before) {
                        one.is = is;
                        one.ping = matches!(is, Is::Asked(asked) if !asked.declined);
                    }
                }
            }
            Step::Read(who) => {
                let one = &mut self.people[who];
                one.ping = false;
                if one.is == Is::In {
                    one.read = self.entries.len();
                }
            }
            Step::Mute(who, muted) => self.people[who].muted = muted,
            Step::Rename(who) => {
                text.clone_into(&mut self.title);
                self.line(who, EntryKind::Renamed, None, text);
            }
            Step::OnlyHostsAdd(who, only) if only != self.only_hosts_add => {
                self.only_hosts_add = only;
                self.line(who, if only { EntryKind::HostsAdd } else { EntryKind::EveryoneAdds }, None, "");
            }
            Step::MakeHost(by, who, is_host) if is_host != self.people[who].is_host => {
                self.people[who].is_host = is_host;
                let kind = if is_host { EntryKind::MadeHost } else { EntryKind::UnmadeHost };
                self.line(by, kind, Some(who), "");
            }
            Step::OnlyHostsAdd(..) | Step::MakeHost(..) | Step::Wait(_) => {}
        }
        self.learn(now);
    }

    /// Puts an entry at the end: everybody who is in sees it, and its author has read it.
    fn line(&mut self, author: Who, kind: EntryKind, about: Option<Who>, text: &str) {
        let place = self.entries.len();
        self.entries.push(Entry { author, kind, about, text: text.to_owned(), deleted_at: None });
        for (who, one) in self.people.iter_mut().enumerate().filter(|(_, one)| one.is == Is::In) {
            one.seen.insert(place);
            if who == author {
                one.read = place + 1;
            }
        }
    }

    fn ask(&mut self, who: Who, asked: Asked) {
        let one = &mut self.people[who];
        (one.is, one.is_host, one.ping) = (Is::Asked(asked), false, true);
    }

    fn accept(&mut self, who: Who, now: Timestamp) {
        let Is::Asked(asked) = self.people[who].is else { return };
        let (one, last) = (&mut self.people[who], self.entries.len());
        (one.is, one.was_in, one.came_at, one.ping, one.went) = (Is::In, true, now, false, None);
        one.seen.extend(asked.from..last);
        one.from = asked.from;
        self.line(who, EntryKind::Joined, Some(asked.by), "");
    }

    /// Whoever is asked has nothing to accept once the last one has left, until they are back.
    fn ping_asked(&mut self, is_open: bool) {
        for one in &mut self.people {
            if let Is::Asked(asked) = one.is {
                one.ping = is_open && !asked.declined;
            }
        }
    }

    fn leave(&mut self, who: Who, now: Timestamp) {
        if !self.others_in(who) {
            self.ping_asked(false);
        }
        if self.people[who].is_host && self.hosts() == 1 {
            let others = (0..PEOPLE).filter(|other| *other != who && self.is_in(*other));
            if let Some(next) = others.min_by_key(|other| self.people[*other].came_at) {
                self.people[next].is_host = true;
                self.line(who, EntryKind::BecameHost, Some(next), "");
            }
        }
        self.line(who, EntryKind::Left, None, "");
        let one = &mut self.people[who];
        (one.is, one.left_at, one.ping, one.went) = (Is::Left, Some(now), false, Some(Went::Away));
    }

    fn remove(&mut self, by: Who, who: Who) {
        match self.people[who].is {
            Is::In => {
                self.line(by, EntryKind::Removed, Some(who), "");
                let one = &mut self.people[who];
                (one.is, one.is_host, one.ping, one.went) = (Is::Out, false, true, Some(Went::TakenOut));
            }
            Is::Asked(_) if !self.has_begun(by) && self.asked() == 1 => self.withdraw(),
            Is::Asked(_) => {
                let one = &mut self.people[who];
                one.is = if one.went == Some(Went::Away) { Is::Left } else { Is::Out };
                one.ping = false;
                self.line(by, EntryKind::Uninvited, Some(who), "");
            }
            Is::Nobody | Is::Left | Is::Out => {}
        }
    }

    fn withdraw(&mut self) {
        self.withdrawn = Some(self.people.iter().map(|one| one.is).collect());
        for one in &mut self.people {
            one.ping = false;
            match one.is {
                Is::In => one.is = Is::Left,
                Is::Asked(Asked { declined: false, .. }) => one.is = Is::Out,
                _ => {}
            }
        }
    }

    /// Notes what everybody learns by how they stand.
    fn learn(&mut self, now: Timestamp) {
        let in_it: BTreeSet<Who> = (0..PEOPLE).filter(|who| self.is_in(*who)).collect();
        for who in 0..PEOPLE {
            // Who was in before and does not want to come back is told nothing more.
            let is_past = matches!(self.people[who].is, Is::Asked(asked) if asked.declined) && self.people[who].was_in;
            if self.is_in(who) || (self.open(who, now).is_some() && !is_past) {
                self.people[who].title.clone_from(&self.title);
            }
            if self.is_in(who) {
                let one = &mut self.people[who];
                for place in one.seen.range(one.from..) {
                    one.words.insert(*place, self.entries[*place].text.clone());
                }
                one.met.extend(in_it.iter().filter(|other| **other != who));
            }
        }
    }
}
