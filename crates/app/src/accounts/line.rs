//! The line of those whose password is to be checked. Known people come first; strangers take turns by network, so
//! that however many come from one, whoever comes from another is next. A line that is full refuses at once. After a
//! stranger's turn a place rests, so that strangers never keep a core busy.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot::{self, Receiver, Sender};

/// The most known people who wait, and the most strangers of one network.
const MOST_OF_ONE: usize = 60;
/// The most strangers who wait: what one place does in about ten seconds, with its rests.
const MOST_STRANGERS: usize = 120;

/// Who waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Asker {
    /// Somebody who comes from where the account's owner is known to come from, or holds a link or session.
    Known,
    /// Anybody else, from this network.
    Stranger(String),
}

/// A number of places, and the line before them.
#[derive(Clone)]
pub(super) struct Line(Arc<Shared>);

struct Shared {
    waiting: Mutex<Waiting>,
    known_came: Condvar,
}

struct Waiting {
    free: usize,
    known: VecDeque<Sender<Place>>,
    /// The network whose turn is next stands first.
    strangers: VecDeque<(String, VecDeque<Sender<Place>>)>,
}

/// A place, free for the next when it is dropped.
pub(super) struct Place(Line);

impl Line {
    pub(super) fn new(places: usize) -> Self {
        let waiting = Waiting { free: places, known: VecDeque::new(), strangers: VecDeque::new() };
        Self(Arc::new(Shared { waiting: Mutex::new(waiting), known_came: Condvar::new() }))
    }

    /// Waits for a place; `None` at once if the line is full.
    pub(super) async fn enter(&self, asker: Asker) -> Option<Place> {
        let turn = match self.join(asker)? {
            Ok(place) => return Some(place),
            Err(turn) => turn,
        };
        turn.await.ok()
    }

    fn join(&self, asker: Asker) -> Option<Result<Place, Receiver<Place>>> {
        let mut waiting = self.lock();
        if waiting.free > 0 {
            waiting.free -= 1;
            return Some(Ok(Place(self.clone())));
        }
        let (turn, receiver) = oneshot::channel();
        let waits = waiting.add(asker, turn);
        self.0.known_came.notify_all();
        waits.then_some(Err(receiver))
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        // A panic elsewhere cannot leave the line half changed.
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    /// Adds somebody at the end of their line, if that is not full.
    fn add(&mut self, asker: Asker, turn: Sender<Place>) -> bool {
        // Who went away does not wait.
        self.known.retain(|turn| !turn.is_closed());
        self.strangers.iter_mut().for_each(|(_, turns)| turns.retain(|turn| !turn.is_closed()));
        self.strangers.retain(|(_, turns)| !turns.is_empty());
        match asker {
            Asker::Known if self.known.len() < MOST_OF_ONE => self.known.push_back(turn),
            Asker::Known => return false,
            Asker::Stranger(_) if self.count_strangers() >= MOST_STRANGERS => return false,
            Asker::Stranger(network) => match self.strangers.iter_mut().find(|(known, _)| *known == network) {
                Some((_, turns)) if turns.len() >= MOST_OF_ONE => return false,
                Some((_, turns)) => turns.push_back(turn),
                None => self.strangers.push_back((network, VecDeque::from([turn]))),
            },
        }
        true
    }

    fn count_strangers(&self) -> usize {
        self.strangers.iter().map(|(_, turns)| turns.len()).sum()
    }

    /// Whose turn it is; with nobody there, the place is free.
    fn next(&mut self) -> Option<Sender<Place>> {
        if let Some(turn) = self.known.pop_front() {
            return Some(turn);
        }
        while let Some((network, mut turns)) = self.strangers.pop_front() {
            let turn = turns.pop_front();
            if !turns.is_empty() {
                self.strangers.push_back((network, turns));
            }
            if turn.is_some() {
                return turn;
            }
        }
        self.free += 1;
        None
    }
}

impl Place {
    /// Keeps the place from strangers for so long, on the thread that calls this. Whoever is known has it at once.
    pub(super) fn rest(self, time: Duration) {
        let waiting = self.0.lock();
        drop(self.0.0.known_came.wait_timeout_while(waiting, time, |waiting| waiting.known.is_empty()));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let next = self.0.lock().next();
        if let Some(turn) = next {
            // Who went away while they waited hands it on by dropping it.
            drop(turn.send(Self(self.0.clone())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Asker, Line, MOST_OF_ONE, MOST_STRANGERS, Place};
    use std::thread;
    use std::time::Duration;
    use tokio::sync::oneshot::Receiver;

    fn stranger(network: &str) -> Asker {
        Asker::Stranger(network.to_owned())
    }

    /// Somebody who has to wait.
    fn wait(line: &Line, asker: Asker) -> Receiver<Place> {
        line.join(asker).expect("room in the line").err().expect("no place yet")
    }

    fn place(line: &Line) -> Place {
        line.join(Asker::Known).expect("room").ok().expect("a place")
    }

    #[test]
    fn known_people_come_first_and_strangers_by_turns_of_their_networks() {
        let line = Line::new(1);
        let mut held = place(&line);
        let mut crowd: Vec<_> = (0..3).map(|_| wait(&line, stranger("a"))).collect();
        let (mut alone, mut known) = (wait(&line, stranger("b")), wait(&line, Asker::Known));
        let first = &mut crowd[0];
        for turn in [&mut known, first, &mut alone] {
            drop(held);
            held = turn.try_recv().expect("their turn");
        }
        drop(held);
        assert!(crowd[1].try_recv().is_ok(), "and then the crowd again");
    }

    #[test]
    fn a_full_line_refuses_at_once_and_a_crowd_of_one_network_does_not_fill_it() {
        let line = Line::new(1);
        let _held = place(&line);
        let _crowd: Vec<_> = (0..MOST_OF_ONE).map(|_| wait(&line, stranger("a"))).collect();
        assert!(line.join(stranger("a")).is_none());
        let _others: Vec<_> =
            (MOST_OF_ONE..MOST_STRANGERS).map(|number| wait(&line, stranger(&number.to_string()))).collect();
        assert!(line.join(stranger("c")).is_none());
        assert!(line.join(Asker::Known).is_some(), "known people have a line of their own");
    }

    #[test]
    fn a_place_rests_after_a_stranger_but_not_while_somebody_known_waits() {
        let line = Line::new(1);
        let held = place(&line);
        let (mut next, mut known) = (wait(&line, stranger("a")), wait(&line, Asker::Known));
        // An hour, which the test does not wait.
        let hour = Duration::from_secs(3_600);
        held.rest(hour);
        let held = known.try_recv().expect("their turn at once");
        let rests = thread::spawn(move || held.rest(hour));
        assert!(next.try_recv().is_err(), "strangers wait");
        let mut known = wait(&line, Asker::Known);
        rests.join().expect("the rest ends when somebody known comes");
        drop(known.try_recv().expect("their turn"));
        next.try_recv().expect("and then the stranger's").rest(Duration::from_millis(1));
        drop(place(&line));
    }

    #[test]
    fn who_goes_away_leaves_their_place_to_the_next() {
        let line = Line::new(1);
        let held = place(&line);
        drop(wait(&line, stranger("a")));
        let mut next = wait(&line, stranger("b"));
        drop(held);
        drop(next.try_recv().expect("their turn"));
        drop(place(&line));
    }
}
