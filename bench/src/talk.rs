//! Talking: members who send, and others who hear it. Who says what when, and how long it took until it was heard; how
//! one says and hears it is said elsewhere.

use crate::figures::{Figure, Times};
use anyhow::{Context, Result, ensure};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Characters of a message: about what people write to each other.
pub(crate) const LENGTH: usize = 120;

/// Somebody who says things.
pub(crate) trait Voice: Send + 'static {
    /// Says it, and returns once the server has taken it.
    fn say(&mut self, text: String) -> impl Future<Output = Result<()>> + Send;
}

/// The messages of one run, by their number: when each was sent, and when it was heard.
#[derive(Debug)]
pub(crate) struct Register {
    began: Instant,
    /// The number of the first; no other run has it, so that nobody hears a message of an earlier one again.
    first: usize,
    next: AtomicUsize,
    /// Nanoseconds since the beginning; 0 for not yet.
    sent: Vec<AtomicU64>,
    heard: Vec<AtomicU64>,
    /// How many ears still have to hear each: the last of them counts.
    deaf: Vec<AtomicUsize>,
}

impl Register {
    /// So many messages, each of which one ear hears.
    pub(crate) fn new(count: usize) -> Arc<Self> {
        Self::for_ears(count, 1)
    }

    /// So many messages, each of which so many ears hear.
    pub(crate) fn for_ears(count: usize, ears: usize) -> Arc<Self> {
        static FIRST: AtomicUsize = AtomicUsize::new(0);
        let first = FIRST.fetch_add(count, Ordering::Relaxed);
        let empty = || (0..count).map(|_| AtomicU64::new(0)).collect();
        let deaf = (0..count).map(|_| AtomicUsize::new(ears)).collect();
        Arc::new(Self { began: Instant::now(), first, next: AtomicUsize::new(0), sent: empty(), heard: empty(), deaf })
    }

    fn at(&self, moment: Instant) -> u64 {
        let nanoseconds = moment.saturating_duration_since(self.began).as_nanos();
        u64::try_from(nanoseconds).unwrap_or(u64::MAX).max(1)
    }

    /// The text of the next message, on its way since then; `None` when all were said.
    fn take(&self, since: Instant) -> Option<String> {
        let place = self.next.fetch_add(1, Ordering::Relaxed);
        self.sent.get(place)?.store(self.at(since), Ordering::Release);
        Some(text(self.first + place))
    }

    fn waits(&self) -> impl Iterator<Item = Duration> {
        self.sent.iter().zip(&self.heard).filter_map(|(sent, heard)| {
            let (sent, heard) = (sent.load(Ordering::Acquire), heard.load(Ordering::Acquire));
            (sent > 0 && heard > 0).then(|| Duration::from_nanos(heard.saturating_sub(sent)))
        })
    }

    /// Notes that one more ear heard the message at this place.
    fn note(&self, place: usize, now: u64) {
        let before = self.deaf.get(place).map(|deaf| deaf.fetch_sub(1, Ordering::AcqRel));
        if let (Some(1), Some(heard)) = (before, self.heard.get(place)) {
            heard.store(now, Ordering::Release);
        }
    }

    /// Waits until so many were heard; they may be a moment behind the last answer.
    async fn all_heard(&self, count: usize) -> Result<()> {
        let waiting = Instant::now();
        while self.waits().count() < count {
            ensure!(
                waiting.elapsed() < Duration::from_secs(30),
                "{} of {count} messages were heard",
                self.waits().count()
            );
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }
}

/// Somebody who hears: notes every message in what they are sent, which comes in pieces of any length.
pub(crate) struct Ear {
    register: Arc<Register>,
    /// The end of the last piece, in which a number may have begun.
    rest: Vec<u8>,
    /// Which messages it heard: only the first time counts.
    heard: Vec<bool>,
}

impl Ear {
    pub(crate) fn new(register: &Arc<Register>) -> Self {
        Self { register: Arc::clone(register), rest: Vec::new(), heard: vec![false; register.heard.len()] }
    }

    pub(crate) fn hear(&mut self, piece: &[u8]) {
        let now = self.register.at(Instant::now());
        self.rest.extend_from_slice(piece);
        for number in numbers(&self.rest) {
            let Some(place) = number.checked_sub(self.register.first) else { continue };
            let Some(heard) = self.heard.get_mut(place) else { continue };
            if !std::mem::replace(heard, true) {
                self.register.note(place, now);
            }
        }
        let done = self.rest.len().saturating_sub(MARK.len() + DIGITS - 1);
        self.rest.drain(..done);
    }
}

/// What stands before the number of a message.
const MARK: &[u8] = b"number=";
const DIGITS: usize = 8;

/// The text of a message, with its number.
fn text(number: usize) -> String {
    format!("{:.<LENGTH$}", format!("A message of an ordinary length, number={number:0DIGITS$} "))
}

/// The numbers of the messages whose texts stand here.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = usize> {
    bytes
        .windows(MARK.len() + DIGITS)
        .filter(|window| window.starts_with(MARK))
        .filter_map(|window| std::str::from_utf8(window.get(MARK.len()..)?).ok()?.parse().ok())
}

/// How a run went.
pub(crate) struct Went {
    took: Duration,
    answers: Times,
    hearing: Times,
    count: usize,
}

impl Went {
    /// Its figures, but for what the server used.
    pub(crate) fn figures(&self) -> Vec<Figure> {
        let mut figures = vec![Figure::new("messages/s", "messages/s", self.rate())];
        figures.extend(self.answers.figures("send"));
        figures.extend(self.hearing.figures("send-to-stream"));
        figures
    }

    /// Messages a second.
    pub(crate) fn rate(&self) -> f64 {
        self.count_f64() / self.took.as_secs_f64()
    }

    #[expect(clippy::cast_precision_loss, reason = "no run has 2^52 messages")]
    pub(crate) fn count_f64(&self) -> f64 {
        self.count as f64
    }
}

/// Closed loop: everybody says the next thing as soon as the last was taken.
pub(crate) async fn closed_loop<V: Voice>(voices: Vec<V>, register: &Arc<Register>) -> Result<Went> {
    let began = Instant::now();
    let mut talking = JoinSet::new();
    for mut voice in voices {
        let register = Arc::clone(register);
        talking.spawn(async move {
            let mut answers = Vec::new();
            loop {
                let asked = Instant::now();
                let Some(text) = register.take(asked) else { break };
                voice.say(text).await?;
                answers.push(asked.elapsed());
            }
            anyhow::Ok(answers)
        });
    }
    finish(talking, began, register).await
}

/// Open loop: so many a second, whether or not the last was taken. A message that has to wait for its turn waits
/// since the moment it was due.
pub(crate) async fn open_loop<V: Voice>(
    voices: Vec<V>,
    register: &Arc<Register>,
    rate: u32,
    count: u32,
) -> Result<Went> {
    let began = Instant::now();
    let mut talking = JoinSet::new();
    let step = voices.len();
    for (first, mut voice) in (0..).zip(voices) {
        let register = Arc::clone(register);
        talking.spawn(async move {
            let mut answers = Vec::new();
            for turn in (first..count).step_by(step) {
                let due = began + Duration::from_secs(1) * turn / rate;
                tokio::time::sleep_until(due.into()).await;
                let Some(text) = register.take(due) else { break };
                voice.say(text).await?;
                answers.push(due.elapsed());
            }
            anyhow::Ok(answers)
        });
    }
    finish(talking, began, register).await
}

/// Waits until everybody said everything, and all of it was heard.
async fn finish(mut talking: JoinSet<Result<Vec<Duration>>>, began: Instant, register: &Register) -> Result<Went> {
    let mut answers = Vec::new();
    while let Some(done) = talking.join_next().await {
        answers.extend(done.context("a voice")??);
    }
    let took = began.elapsed();
    register.all_heard(answers.len()).await?;
    let count = answers.len();
    Ok(Went { took, answers: answers.into_iter().collect(), hearing: register.waits().collect(), count })
}

#[cfg(test)]
mod tests {
    use super::{Ear, LENGTH, Register, numbers, text};
    use std::time::Instant;

    #[test]
    fn a_message_is_found_by_its_number_wherever_it_stands() {
        let two = format!("data: {{\"text\":\"{}\",\"html\":\"<p>{}</p>\"}}", text(7), text(12_345_678));
        assert_eq!(numbers(two.as_bytes()).collect::<Vec<_>>(), [7, 12_345_678]);
        assert_eq!(text(7).len(), LENGTH);
    }

    #[test]
    fn a_message_is_heard_once_it_was_sent() {
        let register = Register::new(2);
        let (mut ear, now) = (Ear::new(&register), Instant::now());
        let said = register.take(now).expect("a first message");
        assert_eq!(register.waits().count(), 0);
        ear.hear(said.as_bytes());
        assert_eq!(register.waits().count(), 1);
        assert!(register.take(now).is_some_and(|next| next != said));
        assert_eq!(register.take(now), None, "all were said");
    }

    #[test]
    fn a_message_to_several_is_heard_once_each_of_them_heard_it() {
        let register = Register::for_ears(1, 2);
        let said = register.take(Instant::now()).expect("a message");
        let (mut one, mut other) = (Ear::new(&register), Ear::new(&register));
        one.hear(said.as_bytes());
        one.hear(said.as_bytes());
        assert_eq!(register.waits().count(), 0, "the other is still to hear it");
        other.hear(said.as_bytes());
        assert_eq!(register.waits().count(), 1);
    }

    #[test]
    fn a_message_of_an_earlier_run_is_not_heard_again() {
        let (before, register, after) = (Register::new(1), Register::new(1), Register::new(1));
        register.take(Instant::now());
        let mut ear = Ear::new(&register);
        for other in [before, after] {
            ear.hear(other.take(Instant::now()).expect("a message").as_bytes());
        }
        assert_eq!(register.waits().count(), 0);
    }

    #[test]
    fn a_message_that_comes_in_pieces_is_heard() {
        for cut in 0..LENGTH {
            let register = Register::new(1);
            let mut ear = Ear::new(&register);
            let whole = register.take(Instant::now()).expect("a message");
            let (one, other) = whole.as_bytes().split_at(cut);
            ear.hear(one);
            ear.hear(other);
            assert_eq!(register.waits().count(), 1, "cut at {cut}");
        }
    }
}
