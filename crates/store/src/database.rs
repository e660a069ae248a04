//! The door to the database: closures in, answers out.
//!
//! What is slow, and what is not the database, never happens inside a closure: it
//! holds up everybody who writes, and it may run more than once.

use crate::dialect::Engine;
use crate::engine::job::{Access, pack};
use crate::engine::{Running, postgres, sqlite};
use crate::error::Error;
use crate::tx::Tx;
use crate::write_probes;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::available_parallelism;

/// Where a database is, and how much of it to use.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A file of this machine.
    Sqlite {
        /// The file; its logs stand beside it.
        file: PathBuf,
        /// When a commit counts as done.
        synchronous: Synchronous,
        /// How many closures may read at once.
        readers: usize,
    },
    /// A server.
    Postgres {
        /// Its address as libpq writes it, with `sslmode` and `sslrootcert`.
        url: String,
        /// How many closures may run at once.
        connections: usize,
    },
}

impl Location {
    /// How many closures read at once from a file where nobody says how many: one a core of this machine, but two at
    /// the least, so that a read that takes long holds up nobody, and four at the most. More than there are cores wake
    /// each other, and what one has read into its memory the next has to read again.
    #[must_use]
    pub fn usual_readers() -> usize {
        available_parallelism().map_or(2, NonZeroUsize::get).clamp(2, 4)
    }
}

/// When a commit counts as done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Synchronous {
    /// When it is on the disk: it survives power loss.
    Full,
    /// When the system knows of it. For tests only.
    Off,
}

/// A database that is open. Clones are the same one.
#[derive(Clone)]
pub struct Database {
    shared: Arc<Shared>,
}

struct Shared {
    location: Location,
    running: Running,
    #[cfg(feature = "testing")]
    meter: Arc<crate::testing::Meter>,
    #[cfg(feature = "testing")]
    recorder: Arc<crate::testing::Recorder>,
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.running.stop();
    }
}

impl Database {
    /// Opens a database, and makes the file where there is none. PostgreSQL is
    /// reached with the first work, so that a node can start before its database.
    pub fn open(location: &Location) -> Result<Self, Error> {
        let running = match location {
            Location::Sqlite { file, synchronous, readers } => sqlite::open(file, *synchronous, *readers)?,
            Location::Postgres { url, connections } => postgres::open(url, *connections)?,
        };
        let shared = Shared {
            location: location.clone(),
            running,
            #[cfg(feature = "testing")]
            meter: Arc::default(),
            #[cfg(feature = "testing")]
            recorder: Arc::default(),
        };
        Ok(Self { shared: Arc::new(shared) })
    }

    /// Runs the migrations that are missing and tells their names. Several nodes
    /// may do it at once; a database of a newer program is refused.
    pub fn migrate(&self) -> Result<Vec<String>, Error> {
        match &self.shared.location {
            Location::Sqlite { file, synchronous, .. } => sqlite::migrate(file, *synchronous),
            Location::Postgres { url, .. } => postgres::migrate(url),
        }
    }

    /// Runs a closure that may change things, and answers when the changes are
    /// durable. If it says `Err`, nothing of it is kept. It may run several times.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (job, answer) = pack(Access::Write, self.watched(Access::Write, work));
        self.shared.running.writes.push(job)?;
        answer.await.unwrap_or_else(|_| Err(lost().into()))
    }

    /// Runs a closure that only reads, and sees everything as it was at one moment.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (job, answer) = pack(Access::Read, self.watched(Access::Read, work));
        self.shared.running.reads.push(job)?;
        answer.await.unwrap_or_else(|_| Err(lost().into()))
    }

    #[cfg(not(feature = "testing"))]
    fn watched<F>(&self, _access: Access, work: F) -> F {
        work
    }

    /// The same work; what it costs is counted, and what it says recorded, where a test asks for it.
    #[cfg(feature = "testing")]
    fn watched<T, E, F>(&self, access: Access, work: F) -> impl Fn(&mut Tx<'_>) -> Result<T, E> + use<T, E, F>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E>,
    {
        let (meter, recorder) = (Arc::clone(&self.shared.meter), Arc::clone(&self.shared.recorder));
        move |tx| recorder.during(access, tx, |tx| meter.during(tx, &work))
    }

    #[cfg(feature = "testing")]
    pub(crate) fn meter(&self) -> &crate::testing::Meter {
        &self.shared.meter
    }

    #[cfg(feature = "testing")]
    pub(crate) fn recorder(&self) -> &crate::testing::Recorder {
        &self.shared.recorder
    }

    /// Which engine it runs on.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.shared.location {
            Location::Sqlite { .. } => Engine::Sqlite,
            Location::Postgres { .. } => Engine::Postgres,
        }
    }

    /// Whether it can be read at this moment, and was never found to be damaged.
    pub async fn check(&self) -> Result<(), Error> {
        self.read(write_probes::find).await?;
        self.shared.running.damage.error()
    }

    /// Whether it can be written at this moment: found out by writing.
    pub async fn check_writing(&self) -> Result<(), Error> {
        self.write(|tx| write_probes::set(tx, &[1])).await?;
        // What began an outage may have been a larger write than this one.
        self.shared.running.writing.error()
    }

    /// Takes no more work, finishes what is waiting, and closes every connection.
    pub async fn close(&self) {
        let threads = self.shared.running.stop();
        let join = move || threads.into_iter().for_each(|thread| drop(thread.join()));
        drop(tokio::task::spawn_blocking(join).await);
    }
}

/// A thread of the database ended with the work in hand.
fn lost() -> Error {
    Error::Unavailable(String::from("the work was lost"))
}
