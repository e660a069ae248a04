use super::block_on;
use super::doctor::wrong_clock;
use super::place::{open, refuse_in_the_clear};
use crate::configuration::{Configuration, process_variables};
use crate::serve::{Figures, Node, Signals};
use crate::{logging, machine_clock};
use anyhow::Context;
use snug_app::App;
use snug_bus::Bus;
use snug_domain::Timestamp;
use snug_store::{Database, Location, times};
use std::fs::{File, OpenOptions, TryLockError};
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use tokio::net::TcpListener;

/// Serves the communities of a configuration.
#[derive(clap::Args)]
pub(super) struct Serve {
    /// The configuration file; without one, the environment alone
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Serve {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        let configuration = Configuration::read(self.config.as_deref(), process_variables())?;
        logging::start(configuration.log_level, configuration.log_format);
        let outlet = configuration.mail.outlet()?;
        raise_limit_of_open_files();
        let (database, settings) = open(&configuration)?;
        let _alone = note_other_servers(&configuration.database)?;
        for key in &settings.dkim {
            tracing::info!(name = key.dns_name(), record = key.dns_record(), "mail is signed; publish this in the DNS");
        }
        if !settings.limits {
            tracing::warn!("rate limits are disabled: use this for benchmarks only");
        }
        block_on(async {
            let app = App::new(database.clone(), Bus::new(), settings);
            let clock = machine_clock();
            for community in app.list_communities().await? {
                refuse_in_the_clear(app.settings(), &community.host)?;
            }
            note_wrong_clock(&database, clock.now()).await;
            let signals = Signals::listen()?;
            let figures = Figures::record()?;
            let listener = listen(configuration.listen).await?;
            let metrics = match configuration.metrics_listen {
                Some(address) => Some(listen(address).await?),
                None => None,
            };
            tracing::info!(listen = %listener.local_addr()?, "serving");
            let node = Node {
                app,
                database,
                clock,
                outlet,
                demo: None,
                client_address: configuration.client_address,
                listener,
                metrics,
            };
            node.serve(figures, signals).await
        })
    }
}

/// SQLite is for one node. Held until the program ends; a second one is told of, for it may only be about to take over.
fn note_other_servers(database: &Location) -> anyhow::Result<Option<File>> {
    let Location::Sqlite { file, .. } = database else { return Ok(None) };
    let path = PathBuf::from(format!("{}-serving", file.display()));
    let lock = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(&path);
    let lock = lock.with_context(|| format!("{} cannot be written", path.display()))?;
    if let Err(TryLockError::WouldBlock) = lock.try_lock() {
        tracing::warn!(
            "another `snug serve` uses this SQLite file; several nodes need PostgreSQL, and two programs on one file wait \
             for each other"
        );
    }
    Ok(Some(lock))
}

/// A clock that is wrong is told of, for it is found out by little else.
async fn note_wrong_clock(database: &Database, now: Timestamp) {
    let times = database.read::<_, snug_store::Error, _>(times::find).await;
    if let Some(wrong) = times.ok().and_then(|times| wrong_clock(times, now)) {
        tracing::warn!("{wrong}");
    }
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("{address} cannot be listened on"))
}

/// Each connection is an open file to the system, which lets a program have 1,024 of them if it does not ask for more.
fn raise_limit_of_open_files() {
    match rlimit::increase_nofile_limit(u64::MAX) {
        Ok(limit) => tracing::debug!(limit, "connections and files that can be open at once"),
        Err(fault) => tracing::warn!(%fault, "could not raise the limit of open files"),
    }
}
