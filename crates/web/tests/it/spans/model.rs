//! What each person may see and do in a conversation of several, worked out a second time: as simply as can be, from
//! what the issue says, and without a line of the program.

use super::order::{PEOPLE, Past, Step, Who};
use snug_domain::conversations::EntryKind;
use snug_domain::{Span, Timestamp};
use std::collections::BTreeSet;

const LAPSES: Span = Span::days(30);
const A_MINUTE: Span = Span::minutes(1);

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
    came_at: Timestamp,
    left_at: Option<Timestamp>,
    /// The entries that are theirs because they were in, numbered from 0.
    pub seen: BTreeSet<usize>,
    /// The first entry of those they see since they came.
    from: usize,
    /// How many of all they have read, and whether something else is new.
    read: usize,
    pub ping: bool,
    /// What they last knew the conversation to be called.
    pub title: String,
    /// Who was in while they were.
    pub met: BTreeSet<Who>,
}

/// Whether a step has to be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expect {
    Done,
    Refused,
    /// A limit can be in the way; or it is done already, and changes nothing.
    Either,
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
            came_at: now,
            left_at: None,
            seen: BTreeSet::new(),
            from: 0,
            read: 0,
            ping: false,
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

    /// The entries somebody may see, numbered from 0.
    pub(super) fn sees(&self, who: Who, now: Timestamp) -> BTreeSet<usize> {
        let asked_with = self.open(who, now).map(|asked| asked.with);
        self.people[who].seen.iter().copied().chain(asked_with).collect()
    }

    /// Every text that may be anywhere somebody can look.
    pub(super) fn texts(&self, who: Who, now: Timestamp) -> BTreeSet<&str> {
        let seen = self.sees(who, now);
        let seen = seen.iter().map(|place| &self.entries[*place]).filter(|entry| entry.deleted_at.is_none());
        let (one, told) = (&self.people[who], self.is_in(who) || self.open(who, now).is_some());
        let title = (told || one.was_in).then_some(one.title.as_str());
        seen.map(|entry| entry.text.as_str()).chain(title).filter(|text| !text.is_empty()).collect()
    }

    /// How much is unread.
    pub(super) fn unread(&self, who: Who) -> usize {
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
    pub(super) fn own(&self, who: Who, now: Timestamp) -> Vec<usize> {
        let seen = self.sees(who, now).into_iter();
        let own = |place: &usize| self.entries[*place].author == who && self.entries[*place].kind == EntryKind::Message;
        seen.filter(own).collect()
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

    /// Whether somebody was asked with an entry, and can look as if they might still answer.
    fn is_asked_with(&self, place: usize, now: Timestamp) -> bool {
        (0..PEOPLE).any(
            |who| matches!(self.people[who].is, Is::Asked(asked) if asked.with == place && now - asked.at < LAPSES),
        )
    }

    /// Whether the first of all can still take back what they began.
    fn waits(&self, who: Who, now: Timestamp) -> bool {
        let is_open = (0..PEOPLE).any(|other| self.looks_asked(other, now));
        who == 0 && self.is_in(0) && !self.has_begun(0) && is_open
    }

    /// Whether a step has to be done or refused.
    pub(super) fn expects(&self, step: Step, now: Timestamp) -> Expect {
        let yes = |may: bool| if may { Expect::Done } else { Expect::Refused };
        let one = |who: Who| &self.people[who];
        let hosts = |who: Who| self.is_in(who) && one(who).is_host;
        match step {
            Step::Wait(_) => Expect::Done,
            Step::Say(who) => yes(self.may_write(who)),
            Step::Edit(who, _) | Step::Delete(who, _) | Step::Restore(who, _) => self.expects_change(step, who, now),
            Step::Add(by, who, _) => match one(who).is {
                _ if by == who || !self.is_in(by) || !(self.may_write(by) || self.has_begun(by)) => Expect::Refused,
                _ if self.only_hosts_add && !one(by).is_host => Expect::Refused,
                Is::In => Expect::Refused,
                Is::Asked(_) if self.looks_asked(who, now) => Expect::Refused,
                Is::Out if one(who).was_in && !one(by).is_host => Expect::Refused,
                _ => Expect::Either,
            },
            Step::Accept(who) if self.is_in(who) => Expect::Either,
            Step::Accept(who) => yes(self.open(who, now).is_some()),
            Step::Decline(who) | Step::UndoDecline(who) => match one(who).is {
                Is::Asked(_) if self.open(who, now).is_none() => Expect::Either,
                Is::Asked(_) => Expect::Done,
                _ => Expect::Refused,
            },
            Step::Leave(who) => match one(who).is {
                Is::In if self.has_begun(who) => Expect::Done,
                Is::In => yes(self.waits(who, now)),
                Is::Left => Expect::Either,
                _ => Expect::Refused,
            },
            Step::UndoLeave(who) => match (one(who).is, one(who).left_at) {
                (Is::In, _) => Expect::Either,
                (Is::Left, Some(left_at)) => yes(now - left_at < A_MINUTE && self.has_begun(who)),
                _ => Expect::Refused,
            },
            Step::Remove(by, who) if !self.is_in(by) || by == who || one(who).is == Is::Nobody => Expect::Refused,
            Step::Remove(by, who) => match one(who).is {
                Is::In => yes(hosts(by)),
                Is::Asked(asked) if asked.by == by || hosts(by) => {
                    yes(self.has_begun(by) || self.asked() > 1 || self.waits(by, now))
                }
                Is::Asked(_) => Expect::Refused,
                _ => Expect::Either,
            },
            // Whoever left has nothing more to take back, and it is said that it is done.
            Step::Withdraw(who) if one(who).is == Is::Left => Expect::Either,
            Step::Withdraw(who) => yes(self.waits(who, now)),
            Step::UndoWithdraw(_) => Expect::Either,
            Step::Read(who) => yes(one(who).is != Is::Nobody),
            Step::Mute(who, _) => yes(self.is_in(who)),
            Step::Rename(who) | Step::OnlyHostsAdd(who, _) => yes(hosts(who)),
            Step::MakeHost(by, who, _) if !hosts(by) || !self.is_in(who) => Expect::Refused,
            Step::MakeHost(by, who, is_host) => yes(is_host || by != who || self.hosts() > 1),
        }
    }

    fn expects_change(&self, step: Step, who: Who, now: Timestamp) -> Expect {
        let Some(place) = self.meant(step, now) else { return Expect::Refused };
        let (is_deleted, writes) = (self.entries[place].deleted_at, self.may_write(who));
        match (step, is_deleted) {
            (Step::Edit(..), None) if writes || self.waits(who, now) => Expect::Done,
            (Step::Delete(..), None) if writes && !self.is_asked_with(place, now) => Expect::Done,
            (Step::Restore(..), Some(at)) if now - at <= A_MINUTE && writes => Expect::Done,
            (Step::Restore(..), None) => Expect::Either,
            _ => Expect::Refused,
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
                (one.is, one.left_at) = (Is::In, None);
                let last = one.seen.last().map_or(0, |last| last + 1);
                one.seen.extend(last..self.entries.len());
                self.line(who, EntryKind::Returned, None, "");
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
        (one.is, one.was_in, one.came_at, one.ping) = (Is::In, true, now, false);
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
        (one.is, one.left_at, one.ping) = (Is::Left, Some(now), false);
    }

    fn remove(&mut self, by: Who, who: Who) {
        match self.people[who].is {
            Is::In => {
                self.line(by, EntryKind::Removed, Some(who), "");
                let one = &mut self.people[who];
                (one.is, one.is_host, one.ping) = (Is::Out, false, true);
            }
            Is::Asked(_) if !self.has_begun(by) && self.asked() == 1 => self.withdraw(),
            Is::Asked(_) => {
                (self.people[who].is, self.people[who].ping) = (Is::Out, false);
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
            if self.is_in(who) || self.open(who, now).is_some() {
                self.people[who].title.clone_from(&self.title);
            }
            if self.is_in(who) {
                self.people[who].met.extend(in_it.iter().filter(|other| **other != who));
            }
        }
    }
}
