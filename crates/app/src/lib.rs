//! What people do with Snug.
//!
//! Every door (a page, the API, later a mail) calls the same method of [`App`]; permission,
//! limits and consent live here and nowhere else. A method reads top to bottom: prepare what
//! takes time, then one transaction that loads, asks the rule, writes and records what changed,
//! then tell the bus. The time comes in with the [`Actor`] or as `now`; nothing here owns a clock.

pub mod accounts;
mod actor;
mod clock;
pub mod communities;
pub mod conversations;
mod cores;
pub mod deliveries;
pub mod digest;
mod error;
mod jobs;
mod limits;
pub mod live;
pub mod logging;
mod markdown;
mod new_id;
pub mod people;
mod rendering;
mod settings;

pub use actor::{Actor, Client};
pub use clock::Clock;
pub use conversations::Listed;
pub use error::Error;
pub use jobs::Ran;
pub use new_id::new_id;
pub use settings::{PasswordCost, Settings};
pub use snug_mail::{DkimKey, Secret};
pub use snug_store::api_tokens::ApiToken;
pub use snug_store::mailboxes::LastEntry;
pub use snug_store::messages::Message;
pub use snug_store::quotes::Quoted;
pub use snug_store::sessions::Session;

use snug_bus::{Bus, Hint};
use snug_domain::{CommunityId, PersonId, Span, Timestamp};
use snug_store::{Database, Tx};
use std::sync::Arc;
use tokio::sync::{Mutex, Semaphore};

/// When the database was checked, and what came of it.
type Readiness = (Timestamp, Result<(), snug_store::Error>);

/// Everything people do. Cloned freely: it only points at the one that is.
#[derive(Clone)]
pub struct App {
    database: Database,
    bus: Bus,
    settings: Arc<Settings>,
    passwords: accounts::Passwords,
    live: live::Followers,
    counts: Arc<limits::Counts>,
    /// When the database was last checked, and what came of it.
    readiness: Arc<Mutex<Option<Readiness>>>,
    /// The place of the one search at a time.
    searching: Arc<Semaphore>,
    renderings: rendering::Renderings,
    /// Pictures of communities without a logo.
    drawn_icons: communities::DrawnIcons,
}

impl App {
    /// Snug on this database, telling this bus.
    #[must_use]
    pub fn new(database: Database, bus: Bus, settings: Settings) -> Self {
        let passwords = accounts::Passwords::new(settings.password_cost);
        Self {
            database,
            bus,
            settings: Arc::new(settings),
            passwords,
            live: live::Followers::default(),
            counts: Arc::default(),
            readiness: Arc::default(),
            searching: Arc::new(Semaphore::new(1)),
            renderings: rendering::Renderings::default(),
            drawn_icons: communities::DrawnIcons::default(),
        }
    }

    /// How it is set up.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether the database answers and can be written. Asked again within a second, the answer is that of before: a
    /// write for each question would be a way to keep the disk busy.
    pub async fn check(&self, now: Timestamp) -> Result<(), Error> {
        let mut last = self.readiness.lock().await;
        let is_fresh = |(at, _): &Readiness| (now - *at).0.abs() < Span::seconds(1).0;
        if let Some((_, outcome)) = last.clone().filter(is_fresh) {
            return Ok(outcome?);
        }
        let outcome = match self.database.check().await {
            Ok(()) => self.database.check_writing().await,
            failed => failed,
        };
        *last = Some((now, outcome.clone()));
        Ok(outcome?)
    }

    /// Writes in one transaction, then tells those for whom it changed something.
    async fn write<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>, &mut News) -> Result<T, Error> + Send + 'static,
    {
        let written = self.database.write(move |tx| {
            let mut news = News::default();
            work(tx, &mut news).map(|done| (done, news))
        });
        let (done, news) = written.await?;
        for hint in news.0 {
            self.bus.tell(hint);
        }
        Ok(done)
    }

    /// Reads from one snapshot.
    async fn read<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        self.database.read(work).await
    }
}

/// For whom a transaction changed something, to be told once it is committed.
#[derive(Default)]
struct News(Vec<Hint>);

impl News {
    fn add(&mut self, community: CommunityId, person: PersonId, number: i64) {
        self.0.push(Hint { community, person, number });
    }
}
