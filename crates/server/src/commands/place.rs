use super::block_on;
use crate::configuration::{Configuration, process_variables};
use crate::demo::{self, Folder};
use crate::{logging, machine_clock};
use anyhow::{Context, anyhow, bail};
use snug_app::{App, Settings};
use snug_bus::Bus;
use snug_domain::Timestamp;
use snug_domain::communities::{Community, is_of_this_machine};
use snug_store::{Database, communities};
use std::path::{Path, PathBuf};

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
        let (database, settings) = open(&configuration)?;
        Ok((database.clone(), App::new(database, Bus::new(), settings)))
    }
}

/// Opens the database of a configuration, and reads its secret: both, or neither is worth anything.
pub(super) fn open(configuration: &Configuration) -> anyhow::Result<(Database, Settings)> {
    for loose in configuration.loose_rights() {
        tracing::warn!("{loose}");
    }
    let database = open_database(configuration)?;
    if !configuration.secret_file.exists() && block_on(has_communities(&database))? {
        bail!("{}", missing_secret(&configuration.secret_file));
    }
    Ok((database, configuration.settings()?))
}

/// Why a secret is not simply made anew.
pub(super) fn missing_secret(path: &Path) -> String {
    let path = path.display();
    format!(
        "{path}: the secret of this database is missing; put it back from your copy, or copy it from another node. With \
         another one every link in every mail is dead. Where it is lost for good: `(umask 077; openssl rand -hex 32 > {path})`"
    )
}

pub(super) async fn has_communities(database: &Database) -> anyhow::Result<bool> {
    let communities = database.read::<_, snug_store::Error, _>(communities::list).await?;
    Ok(!communities.is_empty())
}

/// Refuses a community that people would reach in the clear: its cookies and passwords could be read on the way.
pub(super) fn refuse_in_the_clear(settings: &Settings, host: &str) -> anyhow::Result<()> {
    if settings.scheme == "https" || is_of_this_machine(host) {
        return Ok(());
    }
    bail!(
        "{host} is not this machine, and scheme is \"http\": everything would be sent in the clear. Set scheme to \
         \"https\" and put a proxy in front that speaks it, or use a host such as riverside.localhost"
    )
}

/// Opens the database of a configuration and brings it up to date.
fn open_database(configuration: &Configuration) -> anyhow::Result<Database> {
    let database = Database::open(&configuration.database).context("could not open the database")?;
    let migrations = database.migrate().context("could not migrate the database")?;
    for migration in migrations {
        tracing::info!(migration, "the database was migrated");
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
