//! Checks everything that can be checked without sending a mail, and says what to do about what is wrong.
//!
//! It changes nothing but the row that is written to find out whether anything can be.

mod clock;
mod communities;
mod database;
mod mail;
mod report;
mod secrets;

pub(super) use clock::wrong_clock;

use super::block_on;
use crate::configuration::{Configuration, process_variables};
use crate::{logging, machine_clock};
use anyhow::bail;
use report::Report;
use snug_web::ClientAddress;
use std::path::PathBuf;

/// Checks an installation.
#[derive(clap::Args)]
pub(super) struct Doctor {
    /// The configuration file; without one, the environment alone
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Doctor {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        logging::start_quietly();
        let mut report = Report::default();
        match Configuration::read(self.config.as_deref(), process_variables()) {
            Ok(configuration) => {
                report.fine("configuration", "it can be read");
                block_on(async {
                    check(&configuration, &mut report).await;
                    Ok(())
                })?;
            }
            Err(fault) => report.wrong("configuration", &fault),
        }
        match report.count_wrong() {
            0 => Ok(()),
            count => bail!("{count} of these keep it from working"),
        }
    }
}

async fn check(configuration: &Configuration, report: &mut Report) {
    if configuration.scheme == "https" && configuration.client_address == ClientAddress::Connection {
        report.doubtful("configuration", "proxies is 0 with https: behind a proxy all visitors share one allowance");
    }
    if !configuration.limits {
        report.doubtful("configuration", "rate limits are disabled: use this for benchmarks only");
    }
    secrets::check(configuration, report);
    mail::check(configuration, report).await;
    if let Some(database) = database::check(configuration, report).await {
        clock::check(&database, machine_clock().now(), report).await;
        communities::check(&database, configuration, report).await;
        database.close().await;
    }
}
