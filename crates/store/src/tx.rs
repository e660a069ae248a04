//! A transaction, as the noun modules see it: statements in, rows out.
//!
//! It cannot be begun, committed or nested from here; the engines do that around
//! the closure. A statement that failed has failed the whole transaction, on
//! both engines: nothing after it runs, and nothing of it is kept even when the
//! closure answers `Ok`. (PostgreSQL works that way, so SQLite is made to.) What
//! may be there already is inserted with `ON CONFLICT`.

use crate::bind::Bind;
use crate::dialect::Engine;
use crate::error::Error;
use crate::row::{Column, Row};

/// An open transaction.
pub struct Tx<'a> {
    engine: Engine,
    statements: &'a mut (dyn Statements + 'a),
    /// The first failure; from then on nothing runs.
    failure: Option<Failure>,
    /// How many statements were run.
    #[cfg(feature = "testing")]
    count: u64,
}

/// Some rows of a long answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<T, Key> {
    /// Those that can be read: fewer than were asked for, or even none, though there are more.
    pub rows: Vec<T>,
    /// What the next part begins after, if there may be one.
    pub next: Option<Key>,
}

/// Rows that were asked for and are read later, so that several questions cost the time of one.
#[must_use = "what is asked for is wanted"]
pub struct Asked<T> {
    sql: &'static str,
    /// Those that came at once.
    rows: Vec<T>,
    /// Those that are on their way.
    coming: Option<Coming>,
    read: fn(&Row<'_>) -> Result<T, Error>,
}

impl<T> Asked<T> {
    /// Every row of the answer.
    pub fn all(self, tx: &mut Tx<'_>) -> Result<Vec<T>, Error> {
        let Self { mut rows, coming, read, .. } = self;
        if let Some(coming) = coming {
            tx.sound()?;
            let waited = tx.statements.wait();
            tx.note(waited)?;
            let done = coming(&mut |row| {
                rows.push(read(row)?);
                Ok(())
            });
            tx.note(done)?;
        }
        Ok(rows)
    }

    /// The row of the answer, if any. More than one is a mistake in the statement.
    pub fn optional(self, tx: &mut Tx<'_>) -> Result<Option<T>, Error> {
        let sql = self.sql;
        single(sql, self.all(tx)?)
    }

    /// The one row of the answer.
    pub fn one(self, tx: &mut Tx<'_>) -> Result<T, Error> {
        let sql = self.sql;
        self.optional(tx)?.ok_or_else(|| Error::Fault(format!("no row answered: {sql}")))
    }
}

/// Hands over the rows of an answer that has come.
pub(crate) type Coming = Box<dyn FnOnce(&mut dyn FnMut(&Row<'_>) -> Result<(), Error>) -> Result<(), Failure> + Send>;

/// What an engine does for a transaction that is open on it.
pub(crate) trait Statements {
    /// Prepares a statement without running it.
    #[cfg(feature = "testing")]
    fn prepare(&mut self, sql: &'static str) -> Result<(), Failure>;

    /// Steps of SQLite's machine on this connection until now; PostgreSQL has none to tell.
    #[cfg(feature = "testing")]
    fn count_steps(&self) -> u64 {
        0
    }

    /// Runs a statement and tells how many rows it touched.
    fn execute(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<u64, Failure>;

    /// Runs a statement that nobody waits for: its failure may be that of a later one, or of the commit.
    fn run(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<(), Failure>;

    /// Runs a statement and hands over its rows one by one.
    fn query(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        each: &mut dyn FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Failure>;

    /// Runs a statement whose rows are wanted later. An engine that has them at once hands them over; another says how
    /// to get them once it was waited for.
    fn ask(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        each: &mut dyn FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<Option<Coming>, Failure> {
        self.query(sql, values, each).map(|()| None)
    }

    /// Waits for all that was asked and run.
    fn wait(&mut self) -> Result<(), Failure> {
        Ok(())
    }
}

/// A statement that failed, and what the engine can do about it.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    pub(crate) error: Error,
    pub(crate) remedy: Remedy,
}

/// What helps after a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Remedy {
    /// Nothing: the caller must hear of it.
    Answer,
    /// Another transaction was in the way: run the closure again.
    Again,
    /// The connection is gone, before the commit: connect, then run it again.
    Reconnect,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { error, remedy: Remedy::Answer }
    }
}

impl<'a> Tx<'a> {
    pub(crate) fn new(engine: Engine, statements: &'a mut (dyn Statements + 'a)) -> Self {
        Self {
            engine,
            statements,
            failure: None,
            #[cfg(feature = "testing")]
            count: 0,
        }
    }

    /// Which engine this runs on. Only `dialect` may care.
    pub(crate) const fn engine(&self) -> Engine {
        self.engine
    }

    /// The first failure, when there was one.
    pub(crate) const fn failure(&self) -> Option<&Failure> {
        self.failure.as_ref()
    }

    /// Runs a statement and tells how many rows it touched.
    pub(crate) fn execute(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<u64, Error> {
        self.sound()?;
        self.count();
        let done = self.statements.execute(sql, values);
        self.note(done)
    }

    /// Runs a statement of which nothing needs to be known but that it worked. PostgreSQL is not waited for: it takes
    /// this along with the next statement, or with the commit, whose failure is then that of this one.
    pub(crate) fn run(&mut self, sql: &'static str, values: &[&dyn Bind]) -> Result<(), Error> {
        self.sound()?;
        self.count();
        let done = self.statements.run(sql, values);
        self.note(done)
    }

    /// Every row of the answer, read by `read`.
    pub(crate) fn query<T>(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        read: impl Fn(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        self.sound()?;
        self.count();
        let mut rows = Vec::new();
        let done = self.statements.query(sql, values, &mut |row| {
            rows.push(read(row)?);
            Ok(())
        });
        self.note(done)?;
        Ok(rows)
    }

    /// Asks for rows that are read later: PostgreSQL is not waited for, and takes this along with the next statement.
    pub(crate) fn ask<T>(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        read: fn(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Asked<T>, Error> {
        self.sound()?;
        self.count();
        let mut rows = Vec::new();
        let asked = self.statements.ask(sql, values, &mut |row| {
            rows.push(read(row)?);
            Ok(())
        });
        let coming = self.note(asked)?;
        Ok(Asked { sql, rows, coming, read })
    }

    /// Every row of the answer that can be read. For queues, and for lists in which the others are worth having.
    pub(crate) fn list<T>(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        read: impl Fn(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let rows = self.query(sql, values, |row| row.readable(&read))?;
        Ok(rows.into_iter().flatten().collect())
    }

    /// The next rows of a long answer, of which the statement was given this limit. `key` is the column that the next
    /// part begins after.
    pub(crate) fn part<T, Key: Column>(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        (key, limit): (&'static str, i64),
        read: impl Fn(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Part<T, Key>, Error> {
        let mut rows = Vec::new();
        let mut last = None;
        let found = self.query(sql, values, |row| Ok((row.readable(|row| row.get(key))?, row.readable(&read)?)))?;
        let is_full = i64::try_from(found.len()).is_ok_and(|count| count >= limit);
        for (key, row) in found {
            last = key.or(last);
            rows.extend(row);
        }
        Ok(Part { rows, next: last.filter(|_| is_full) })
    }

    /// What `work`, which only reads, finds out; nothing if it meets a row that cannot be read. That is logged and
    /// counted, and the transaction goes on.
    pub fn readable<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<Option<T>, E> {
        self.sound()?;
        match (work(self), &self.failure) {
            // It was found here and not by the engine, for which nothing has failed.
            (Err(_), Some(Failure { error: error @ Error::Corrupt { .. }, .. })) => {
                error.report_unreadable();
                self.failure = None;
                Ok(None)
            }
            (done, _) => done.map(Some),
        }
    }

    /// The row of the answer, if any. More than one is a mistake in the statement.
    pub(crate) fn query_optional<T>(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        read: impl Fn(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        single(sql, self.query(sql, values, read)?)
    }

    /// The one row of the answer.
    pub(crate) fn query_one<T>(
        &mut self,
        sql: &'static str,
        values: &[&dyn Bind],
        read: impl Fn(&Row<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.query_optional(sql, values, read)?.ok_or_else(|| Error::Fault(format!("no row answered: {sql}")))
    }

    /// Prepares a statement without running it.
    #[cfg(feature = "testing")]
    pub(crate) fn prepare(&mut self, sql: &'static str) -> Result<(), Error> {
        self.sound()?;
        let done = self.statements.prepare(sql);
        self.note(done)
    }

    #[cfg(feature = "testing")]
    pub(crate) const fn count_statements(&self) -> u64 {
        self.count
    }

    #[cfg(feature = "testing")]
    pub(crate) fn count_steps(&self) -> u64 {
        self.statements.count_steps()
    }

    /// Does some work, and keeps what it says to the engine.
    #[cfg(feature = "testing")]
    pub(crate) fn overheard<T>(
        &mut self,
        heard: &mut Vec<crate::testing::Statement>,
        work: impl FnOnce(&mut Tx<'_>) -> T,
    ) -> T {
        let mut between = crate::testing::Overhearing { engine: self.engine, statements: &mut *self.statements, heard };
        let mut tx = Tx::new(self.engine, &mut between);
        let result = work(&mut tx);
        let (failure, count) = (tx.failure.take(), tx.count);
        self.failure = failure;
        self.count += count;
        result
    }

    #[cfg(not(feature = "testing"))]
    const fn count(&self) {}

    #[cfg(feature = "testing")]
    const fn count(&mut self) {
        self.count += 1;
    }

    fn sound(&self) -> Result<(), Error> {
        self.failure.as_ref().map_or(Ok(()), |failure| Err(failure.error.clone()))
    }

    fn note<T>(&mut self, done: Result<T, Failure>) -> Result<T, Error> {
        done.map_err(|failure| {
            let error = failure.error.clone();
            self.failure = Some(failure);
            error
        })
    }
}

fn single<T>(sql: &'static str, mut rows: Vec<T>) -> Result<Option<T>, Error> {
    let row = rows.pop();
    if rows.is_empty() { Ok(row) } else { Err(Error::Fault(format!("more than one row answered: {sql}"))) }
}
