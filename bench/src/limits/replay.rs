//! Says again what was recorded, with nobody who waits for an answer: no faster can these statements be said.
//!
//! SQLite has one thread that writes a message of every sender with one commit, again and again, and some beside it
//! that read what those messages read. PostgreSQL has some connections that each say one whole message after the other.

use super::kept::Kept;
use super::postgres::Client;
use super::script::{Access, Line, Script, Step, Turn};
use super::sqlite::File;
use anyhow::{Result, anyhow, ensure};
use snug_store::Location;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, ScopedJoinHandle};
use std::time::Instant;

/// How many commits the readers may be behind. Further behind, whoever follows would find more each time.
const BEHIND: usize = 1;

/// A connection to either database.
pub(super) trait Connection: Send {
    /// How a transaction begins and ends.
    fn brackets(access: Access) -> [&'static str; 2];

    /// Runs a statement that is given nothing and answers nothing.
    fn control(&mut self, sql: &'static str) -> Result<()>;

    /// Says a line, and reads every value of every row of the answer.
    fn say(&mut self, line: &Line, turn: &Turn) -> Result<()>;

    /// Says all of a transaction, in no more round trips than Snug does.
    fn transact(&mut self, step: &Step, turn: &Turn) -> Result<()>;

    /// How many messages there are.
    fn count_messages(&mut self) -> Result<i64>;
}

/// What one message says.
struct Said<'s> {
    script: &'s Script,
    turn: Turn,
}

impl<'s> Said<'s> {
    fn next(script: &'s Script) -> Self {
        Self { script, turn: script.turn() }
    }

    fn steps(&self, access: Access) -> impl Iterator<Item = &'s Step> {
        self.script.steps().filter(move |step| step.access == access)
    }
}

/// Replays a message again and again, so many in all, by so many senders and these scripts in turn; returns messages a
/// second.
pub(super) fn run(kept: &Kept, scripts: &[Script], senders: usize, messages: usize) -> Result<f64> {
    match kept.location() {
        Location::Sqlite { file, readers, .. } => {
            let readers = (0..*readers).map(|_| File::open_reader(file)).collect::<Result<_>>()?;
            let writer = File::open_writer(file)?;
            counted(File::open_reader(file)?, messages, || {
                beside_a_writer(writer, readers, (scripts, senders), messages)
            })
        }
        Location::Postgres { url, connections } => {
            let clients = (0..*connections).map(|_| Client::connect(url)).collect::<Result<_>>()?;
            counted(Client::connect(url)?, messages, || each_for_itself(clients, scripts, messages))
        }
    }
}

/// Does some work that has to leave so many messages more; returns how many a second.
fn counted(mut connection: impl Connection, messages: usize, work: impl FnOnce() -> Result<()>) -> Result<f64> {
    let before = connection.count_messages()?;
    let began = Instant::now();
    work()?;
    let took = began.elapsed();
    let more = connection.count_messages()? - before;
    ensure!(usize::try_from(more) == Ok(messages), "{more} messages more instead of {messages}");
    Ok(f64::from(u32::try_from(messages)?) / took.as_secs_f64())
}

fn join(threads: Vec<ScopedJoinHandle<'_, Result<()>>>) -> Result<()> {
    threads.into_iter().try_for_each(|thread| thread.join().map_err(|_| anyhow!("a thread panicked"))?)
}

fn beside_a_writer<C: Connection>(
    writer: C,
    readers: Vec<C>,
    senders: (&[Script], usize),
    messages: usize,
) -> Result<()> {
    let (written, waiting) = mpsc::sync_channel(BEHIND);
    let waiting = &Mutex::new(waiting);
    thread::scope(|scope| {
        let mut working: Vec<_> = readers.into_iter().map(|reader| scope.spawn(|| read(reader, waiting))).collect();
        working.push(scope.spawn(move || write(writer, senders, messages, &written)));
        join(working)
    })
}

/// A message of each in one transaction, again and again.
fn write<'s, C: Connection>(
    mut connection: C,
    (scripts, senders): (&'s [Script], usize),
    messages: usize,
    written: &SyncSender<Vec<Said<'s>>>,
) -> Result<()> {
    let [begin, end] = C::brackets(Access::Write);
    let mut left = messages;
    while left > 0 {
        let batch: Vec<_> = scripts.iter().cycle().take(senders.min(left)).map(Said::next).collect();
        left -= batch.len();
        connection.control(begin)?;
        for said in &batch {
            for step in said.steps(Access::Write) {
                connection.control("SAVEPOINT closure")?;
                step.lines.iter().try_for_each(|line| connection.say(line, &said.turn))?;
                connection.control("RELEASE closure")?;
            }
        }
        connection.control(end)?;
        written.send(batch).map_err(|_| anyhow!("nobody reads any more"))?;
    }
    Ok(())
}

fn read<C: Connection>(mut connection: C, waiting: &Mutex<Receiver<Vec<Said<'_>>>>) -> Result<()> {
    // The lock is held while it waits: the others wait behind it.
    while let Ok(batch) = { waiting.lock().unwrap_or_else(PoisonError::into_inner).recv() } {
        for said in &batch {
            said.steps(Access::Read).try_for_each(|step| connection.transact(step, &said.turn))?;
        }
    }
    Ok(())
}

/// Each connection has senders of its own, so none waits for a lock of another, unless all are in one conversation.
fn each_for_itself<C: Connection>(connections: Vec<C>, scripts: &[Script], messages: usize) -> Result<()> {
    let workers = connections.len();
    thread::scope(|scope| {
        let talk = |(number, mut connection): (usize, C)| {
            let share = messages / workers + usize::from(number < messages % workers);
            scope.spawn(move || {
                for script in scripts.iter().cycle().skip(number).step_by(workers).take(share) {
                    let turn = script.turn();
                    script.steps().try_for_each(|step| connection.transact(step, &turn))?;
                }
                Ok(())
            })
        };
        join(connections.into_iter().enumerate().map(talk).collect())
    })
}
