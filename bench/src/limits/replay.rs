//! Says again what was recorded, without Snug: senders who wait for their answers, and threads with connections.
//!
//! SQLite has one thread that writes all that waits with one commit, and some that read beside it; PostgreSQL has some
//! that do either. Whoever follows is not waited for.

use super::kept::Kept;
use super::postgres::Client;
use super::script::{Access, Line, Script, Step, Turn};
use super::sqlite::File;
use anyhow::{Result, anyhow, ensure};
use snug_store::Location;
use std::iter::once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ScopedJoinHandle};
use std::time::Instant;

/// How many share a commit, as in Snug.
const BATCH: usize = 256;

/// A connection to either database.
pub(super) trait Connection: Send {
    /// How a transaction begins and ends.
    fn brackets(access: Access) -> [&'static str; 2];

    /// Runs a statement that is given nothing and answers nothing.
    fn control(&mut self, sql: &'static str) -> Result<()>;

    /// Says a line, and reads every value of every row of the answer.
    fn say(&mut self, line: &Line, turn: &Turn) -> Result<()>;

    /// How many messages there are.
    fn count_messages(&mut self) -> Result<i64>;
}

/// A transaction of a turn, and who waits for it.
struct Job<'s> {
    step: &'s Step,
    turn: Arc<Turn>,
    answer: Option<Sender<Result<()>>>,
}

impl Job<'_> {
    fn run(&self, connection: &mut impl Connection) -> Result<()> {
        self.step.lines.iter().try_for_each(|line| connection.say(line, &self.turn))
    }
}

/// Where jobs are taken.
#[derive(Clone)]
struct Desks<'s> {
    reads: Sender<Job<'s>>,
    writes: Sender<Job<'s>>,
}

impl<'s> Desks<'s> {
    fn take(&self, job: Job<'s>) -> Result<()> {
        let desk = match job.step.access {
            Access::Read => &self.reads,
            Access::Write => &self.writes,
        };
        desk.send(job).map_err(|_| anyhow!("nobody works any more"))
    }
}

/// Has each of these senders say something again and again, so many times together; returns messages a second.
pub(super) fn run(kept: &Kept, senders: &[Script], messages: usize) -> Result<f64> {
    match kept.location() {
        Location::Sqlite { file, readers, .. } => {
            let readers = (0..*readers).map(|_| File::open_reader(file)).collect::<Result<_>>()?;
            let writer = Some(File::open_writer(file)?);
            counted(File::open_reader(file)?, messages, || replay(readers, writer, senders, messages))
        }
        Location::Postgres { url, connections } => {
            let workers = (0..*connections).map(|_| Client::connect(url)).collect::<Result<_>>()?;
            counted(Client::connect(url)?, messages, || replay(workers, None, senders, messages))
        }
    }
}

/// Does some work that has to leave so many messages more.
fn counted<T>(mut connection: impl Connection, messages: usize, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let before = connection.count_messages()?;
    let done = work()?;
    let more = connection.count_messages()? - before;
    ensure!(usize::try_from(more) == Ok(messages), "{more} messages more instead of {messages}");
    Ok(done)
}

/// Without a writer of its own, the workers write too.
fn replay<C: Connection>(workers: Vec<C>, writer: Option<C>, senders: &[Script], messages: usize) -> Result<f64> {
    let left = AtomicUsize::new(messages);
    let (reads, jobs) = mpsc::channel();
    let (jobs, left) = (&Mutex::new(jobs), &left);
    thread::scope(|scope| {
        let mut desks = Desks { writes: reads.clone(), reads };
        let mut working: Vec<_> = workers.into_iter().map(|worker| scope.spawn(|| work(worker, jobs))).collect();
        if let Some(writer) = writer {
            let (writes, jobs) = mpsc::channel();
            desks.writes = writes;
            working.push(scope.spawn(move || write(writer, &jobs)));
        }
        let began = Instant::now();
        let talk_here = |script| {
            let desks = desks.clone();
            scope.spawn(move || talk(script, &desks, left))
        };
        let talking: Vec<_> = senders.iter().map(talk_here).collect();
        // The workers end once nobody can bring them anything.
        drop(desks);
        join(talking)?;
        let took = began.elapsed();
        join(working)?;
        Ok(f64::from(u32::try_from(messages)?) / took.as_secs_f64())
    })
}

fn join(threads: Vec<ScopedJoinHandle<'_, Result<()>>>) -> Result<()> {
    threads.into_iter().try_for_each(|thread| thread.join().map_err(|_| anyhow!("a thread panicked"))?)
}

/// Says the next thing as soon as the last was taken, until enough was said.
fn talk<'s>(script: &'s Script, desks: &Desks<'s>, left: &AtomicUsize) -> Result<()> {
    let (answer, answers) = mpsc::channel();
    while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
        let turn = Arc::new(script.turn());
        for step in &script.asked {
            desks.take(Job { step, turn: Arc::clone(&turn), answer: Some(answer.clone()) })?;
            answers.recv()??;
        }
        for step in &script.told {
            desks.take(Job { step, turn: Arc::clone(&turn), answer: None })?;
        }
    }
    Ok(())
}

/// One transaction after the other; the first failure that nobody waited for.
fn work<C: Connection>(mut connection: C, jobs: &Mutex<Receiver<Job<'_>>>) -> Result<()> {
    let mut failed = None;
    // The lock is held while it waits: the others wait behind it.
    while let Ok(job) = { jobs.lock().unwrap_or_else(PoisonError::into_inner).recv() } {
        let [begin, end] = C::brackets(job.step.access);
        let done = connection.control(begin).and_then(|()| job.run(&mut connection));
        let done = done.and_then(|()| connection.control(end));
        match (&job.answer, done) {
            (Some(answer), done) => drop(answer.send(done)),
            (None, Err(error)) => failed = failed.or(Some(error)),
            (None, Ok(())) => {}
        }
    }
    failed.map_or(Ok(()), Err)
}

/// All that waits in one transaction, again and again.
fn write<C: Connection>(mut connection: C, waiting: &Receiver<Job<'_>>) -> Result<()> {
    while let Ok(first) = waiting.recv() {
        let jobs: Vec<_> = once(first).chain(waiting.try_iter()).take(BATCH).collect();
        let done = write_together(&mut connection, &jobs).map_err(|error| format!("{error:#}"));
        for answer in jobs.iter().filter_map(|job| job.answer.as_ref()) {
            // Whoever asked may have failed meanwhile.
            drop(answer.send(done.clone().map_err(anyhow::Error::msg)));
        }
        done.map_err(anyhow::Error::msg)?;
    }
    Ok(())
}

fn write_together<C: Connection>(connection: &mut C, jobs: &[Job<'_>]) -> Result<()> {
    let [begin, end] = C::brackets(Access::Write);
    connection.control(begin)?;
    match jobs {
        [job] => job.run(connection)?,
        jobs => {
            for job in jobs {
                connection.control("SAVEPOINT closure")?;
                job.run(connection)?;
                connection.control("RELEASE closure")?;
            }
        }
    }
    connection.control(end)
}
