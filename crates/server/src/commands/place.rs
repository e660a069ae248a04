use super::block_on;
use crate::configuration::{Configuration, process_variables};
use crate::demo::{self, Folder};
use crate::{logging, machine_clock};
use anyhow::{Context, anyhow};
use snug_app::App;
use snug_bus::Bus;
use snug_domain::Timestamp;
use snug_domain::communities::Community;
use snug_store::Database;
use std::path::PathBuf;

/// Which installation a command is about.
#[derive(clap::Args)]
pub(super) struct Place {
    /// The configuration file; without one, the environment alone
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The folder of a demo, instead of a configuration
    #[arg(long, value_name = "DIR", conflicts_with = "config")]
    data: Option<PathBuf>,
}

/// An installation, opened for one command.
pub(super) struct Opened {
    pub app: App,
    pub now: Timestamp,
}

impl Place {
    /// Opens the installation, does this in it, and closes it.
    pub(super) fn with<F>(&self, work: impl FnOnce(Opened) -> F) -> anyhow::Result<()>
    where
        F: Future<Output = anyhow::Result<()>>,
    {
        logging::start_quietly();
        let (database, app) = self.open()?;
        block_on(async {
            let done = work(Opened { app, now: machine_clock().now() }).await;
            database.close().await;
            done
        })
    }

    fn open(&self) -> anyhow::Result<(Database, App)> {
        if let Some(data) = &self.data {
            return demo::open(&Folder::existing(data)?);
        }
        let configuration = Configuration::read(self.config.as_deref(), process_variables())?;
        let database = open_database(&configuration)?;
        Ok((database.clone(), App::new(database, Bus::new(), configuration.settings()?)))
    }
}

/// Opens the database of a configuration and brings it up to date.
pub(super) fn open_database(configuration: &Configuration) -> anyhow::Result<Database> {
    let database = Database::open(&configuration.database).context("the database cannot be opened")?;
    let migrations = database.migrate().context("the database cannot be brought up to date")?;
    for migration in migrations {
        tracing::info!(migration, "the database was brought up to date");
    }
    Ok(database)
}

impl Opened {
    /// The community with this word.
    pub(super) async fn community(&self, slug: &str) -> anyhow::Result<Community> {
        let found = self.app.find_community(slug).await?;
        found.ok_or_else(|| anyhow!("there is no community \"{slug}\"; `snug community list` shows those there are"))
    }
}
