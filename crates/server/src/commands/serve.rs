use super::block_on;
use super::place::open_database;
use crate::configuration::{Configuration, process_variables};
use crate::serve::{Figures, Node, Signals};
use crate::{logging, machine_clock};
use anyhow::Context;
use snug_app::App;
use snug_bus::Bus;
use std::net::SocketAddr;
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
        let settings = configuration.settings()?;
        for key in &settings.dkim {
            tracing::info!(name = key.dns_name(), record = key.dns_record(), "mail is signed; publish this in the DNS");
        }
        if !settings.limits {
            tracing::warn!("limits are off: good for measuring, not for people");
        }
        raise_limit_of_open_files();
        let database = open_database(&configuration)?;
        block_on(async {
            let signals = Signals::listen()?;
            let figures = Figures::record()?;
            let listener = listen(configuration.listen).await?;
            let metrics = match configuration.metrics_listen {
                Some(address) => Some(listen(address).await?),
                None => None,
            };
            tracing::info!(listen = %listener.local_addr()?, "serving");
            let node = Node {
                app: App::new(database.clone(), Bus::new(), settings),
                database,
                clock: machine_clock(),
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

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("{address} cannot be listened on"))
}

/// Each connection is an open file to the system, which lets a program have 1,024 of them if it does not ask for more.
fn raise_limit_of_open_files() {
    match rlimit::increase_nofile_limit(u64::MAX) {
        Ok(limit) => tracing::debug!(limit, "connections and files that can be open at once"),
        Err(fault) => tracing::warn!(%fault, "the limit of open files stays as it is"),
    }
}
