//! The line of those whose attempt is looked up, and of those whose password is checked. Known people come first;
//! strangers take turns by network, so that however many come from one, whoever comes from another is next. A line that
//! is full refuses at once; before anything is known of anybody it never is, else strangers would keep out the owner.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot::{self, Receiver, Sender};

/// The most who wait.
#[derive(Debug, Clone, Copy)]
struct Most {
    /// Known people, and strangers of one network.
    of_one: usize,
    strangers: usize,
}

/// For a core: of strangers, what it does in about five seconds.
const MOST: Most = Most { of_one: 60, strangers: 120 };

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
pub(super) struct Line(Arc<Mutex<Waiting>>);

struct Waiting {
    most: Most,
    free: usize,
    known: VecDeque<Sender<Place>>,
    /// The network whose turn is next stands first.
    strangers: VecDeque<(String, VecDeque<Sender<Place>>)>,
}

/// A place, free for the next when it is dropped.
pub(super) struct Place(Line);

impl Line {
    pub(super) fn new(places: usize) -> Self {
        Self::of(places, MOST)
    }

    /// A line in which everybody may wait.
    pub(super) fn without_end(places: usize) -> Self {
        Self::of(places, Most { of_one: usize::MAX, strangers: usize::MAX })
    }

    fn of(free: usize, most: Most) -> Self {
        let (known, strangers) = (VecDeque::new(), VecDeque::new());
        Self(Arc::new(Mutex::new(Waiting { most, free, known, strangers })))
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
        waiting.add(asker, turn).then_some(Err(receiver))
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        // A panic elsewhere cannot leave the line half changed.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    /// Adds somebody at the end of their line, if that is not full.
    fn add(&mut self, asker: Asker, turn: Sender<Place>) -> bool {
        if !self.has_room(&asker) {
            // Whoever went away does not wait.
            self.known.retain(|turn| !turn.is_closed());
            self.strangers.iter_mut().for_each(|(_, turns)| turns.retain(|turn| !turn.is_closed()));
            self.strangers.retain(|(_, turns)| !turns.is_empty());
            if !self.has_room(&asker) {
                return false;
            }
        }
        match asker {
            Asker::Known => self.known.push_back(turn),
            Asker::Stranger(network) => match self.strangers.iter_mut().find(|(known, _)| *known == network) {
                Some((_, turns)) => turns.push_back(turn),
                None => self.strangers.push_back((network, VecDeque::from([turn]))),
            },
        }
        true
    }

    fn has_room(&self, asker: &Asker) -> bool {
        let Most { of_one, strangers } = self.most;
        match asker {
            Asker::Known => self.known.len() < of_one,
            Asker::Stranger(network) => {
                let same = self.strangers.iter().find(|(known, _)| known == network);
                self.count_strangers() < strangers && same.is_none_or(|(_, turns)| turns.len() < of_one)
            }
        }
    }

    fn count_strangers(&self) -> usize {
        self.strangers.iter().map(|(_, turns)| turns.len()).sum()
    }

    /// Whose turn it is; with nobody there, the place is free. Whoever went away is passed over here, one after the
    /// other: each place that is handed to nobody would be dropped within the drop of the one before.
    fn next(&mut self) -> Option<Sender<Place>> {
        while let Some(turn) = self.known.pop_front() {
            if !turn.is_closed() {
                return Some(turn);
            }
        }
        while let Some((network, mut turns)) = self.strangers.pop_front() {
            let turn = turns.pop_front().filter(|turn| !turn.is_closed());
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

impl Drop for Place {
    fn drop(&mut self) {
        let next = self.0.lock().next();
        if let Some(turn) = next {
            // Whoever went away just now hands it on by dropping it.
            drop(turn.send(Self(self.0.clone())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Asker, Line, MOST, Place};
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
        let _crowd: Vec<_> = (0..MOST.of_one).map(|_| wait(&line, stranger("a"))).collect();
        assert!(line.join(stranger("a")).is_none());
        let _others: Vec<_> =
            (MOST.of_one..MOST.strangers).map(|number| wait(&line, stranger(&number.to_string()))).collect();
        assert!(line.join(stranger("c")).is_none());
        assert!(line.join(Asker::Known).is_some(), "known people have a line of their own");
    }

    #[test]
    fn a_line_without_end_refuses_nobody_and_ten_thousand_who_went_away_are_passed_over() {
        let line = Line::without_end(1);
        let held = place(&line);
        let crowd: Vec<_> = (0..10_000).map(|_| wait(&line, stranger("a"))).collect();
        let mut next = wait(&line, stranger("b"));
        drop(crowd);
        drop(held);
        drop(next.try_recv().expect("their turn"));
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
