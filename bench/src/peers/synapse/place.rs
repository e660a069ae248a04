//! A Synapse that runs, set up as an operator would, with its limits off.

use super::install::{run, version};
use crate::client::{Caller, Client};
use crate::process::{Process, free_address, program};
use anyhow::{Context, Result, bail, ensure};
use hyper::StatusCode;
use serde_json::{Value, json};
use std::fs::File;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Its name, which is part of that of everybody in it.
const HOST: &str = "bench.localhost";
/// Lines of its log that are shown when it does not start.
const LINES: usize = 20;

/// What one Synapse is: its folder, with its configuration and its log, and a database.
pub(super) struct Place {
    python: PathBuf,
    folder: PathBuf,
    address: SocketAddr,
    /// The address of its database.
    pub(super) database: String,
}

impl Place {
    /// Sets it up in a folder, which is emptied, on an empty database.
    pub(super) fn set_up(python: PathBuf, folder: PathBuf, database: &str) -> Result<Self> {
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        let address = free_address()?;
        let place = Self { python, folder, address, database: database.to_owned() };
        // JSON is YAML.
        std::fs::write(place.configuration_file(), configuration(&place.folder, address, database).to_string())?;
        std::fs::write(place.folder.join("log.yaml"), log_configuration().to_string())?;
        run(place.command().arg("--generate-keys")).context("making its keys")?;
        Ok(place)
    }

    /// Starts it, and waits until it answers.
    pub(super) async fn start(&self) -> Result<Synapse> {
        let started = Instant::now();
        let log = File::create(self.log_file())?;
        let mut command = self.command();
        command.stdout(log.try_clone()?).stderr(log);
        let mut synapse = Synapse { process: Process::start(command)?, address: self.address };
        while !synapse.answers().await {
            if synapse.process.has_ended()? {
                bail!("it ended before it answered; the end of its log:\n{}", self.log()?);
            }
            ensure!(
                started.elapsed() < Duration::from_secs(120),
                "it did not answer within two minutes; the end of its log:\n{}",
                self.log()?
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(synapse)
    }

    /// What it is, in words.
    pub(super) fn version(&self) -> Result<String> {
        version(&self.python)
    }

    fn command(&self) -> Command {
        let mut command = program(&self.python);
        command.args(["-I", "-m", "synapse.app.homeserver", "--config-path"]).arg(self.configuration_file());
        command.current_dir(&self.folder);
        command
    }

    fn configuration_file(&self) -> PathBuf {
        self.folder.join("homeserver.yaml")
    }

    fn log_file(&self) -> PathBuf {
        self.folder.join("log")
    }

    fn log(&self) -> Result<String> {
        Ok(last_lines(&String::from_utf8_lossy(&std::fs::read(self.log_file())?), LINES))
    }
}

/// What an operator writes for a small site of its own, and its limits off.
fn configuration(folder: &Path, address: SocketAddr, database: &str) -> Value {
    let off = json!({ "per_second": 1_000_000, "burst_count": 1_000_000 });
    json!({
        "server_name": HOST,
        "report_stats": false,
        "listeners": [{
            "type": "http",
            "tls": false,
            "bind_addresses": [address.ip()],
            "port": address.port(),
            "resources": [{ "names": ["client"], "compress": false }],
        }],
        // The pool that its documentation gives as an example.
        "database": { "name": "psycopg2", "args": { "dsn": database, "cp_min": 5, "cp_max": 10 } },
        "signing_key_path": folder.join("signing.key"),
        "media_store_path": folder.join("media"),
        "log_config": folder.join("log.yaml"),
        "macaroon_secret_key": "bench",
        // It would answer the first sync of a run as it answered that of the run before.
        "caches": { "sync_response_cache_duration": "0s" },
        "presence": { "enabled": false },
        "federation_domain_whitelist": [],
        "trusted_key_servers": [],
        "enable_registration": true,
        "enable_registration_without_verification": true,
        // Only for the accounts, which are made before anything is measured.
        "bcrypt_rounds": 4,
        "rc_message": off,
        "rc_registration": off,
        "rc_login": { "address": off, "account": off, "failed_attempts": off },
        "rc_room_creation": off,
        "rc_joins": { "local": off, "remote": off },
        "rc_joins_per_room": off,
        "rc_invites": { "per_room": off, "per_user": off, "per_issuer": off },
        "rc_profile": off,
    })
}

fn log_configuration() -> Value {
    json!({
        "version": 1,
        "disable_existing_loggers": false,
        "handlers": { "console": { "class": "logging.StreamHandler" } },
        "root": { "level": "WARNING", "handlers": ["console"] },
    })
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines.get(lines.len().saturating_sub(count)..).unwrap_or_default().join("\n")
}

/// One that runs. Dropped, it is killed.
pub(super) struct Synapse {
    process: Process,
    address: SocketAddr,
}

impl Synapse {
    /// Its process, without the database.
    pub(super) fn id(&self) -> u32 {
        self.process.id()
    }

    pub(super) fn caller(&self, token: &str) -> Caller {
        Caller { address: self.address, host: HOST.to_owned(), token: token.to_owned(), network: String::new() }
    }

    async fn answers(&self) -> bool {
        let Ok(mut client) = Client::connect(self.caller("")).await else { return false };
        client.get("/health").await.is_ok_and(|answer| answer.status == StatusCode::OK)
    }
}

#[cfg(test)]
mod tests {
    use super::{configuration, last_lines};
    use std::path::Path;

    #[test]
    fn no_limit_is_left_on() {
        let address = "127.0.0.1:8008".parse().unwrap();
        let configuration = configuration(Path::new("/place"), address, "postgres://localhost/one");
        let limits = configuration.as_object().unwrap().iter().filter(|(name, _)| name.starts_with("rc_"));
        let mut rates = 0;
        for (name, limit) in limits {
            let one = [("itself".to_owned(), limit.clone())].into_iter().collect();
            let parts = if limit.get("per_second").is_some() { &one } else { limit.as_object().unwrap() };
            for (part, limit) in parts {
                assert_eq!(limit["per_second"], 1_000_000, "{name}, {part}");
                assert_eq!(limit["burst_count"], 1_000_000, "{name}, {part}");
                rates += 1;
            }
        }
        assert_eq!(rates, 13);
        assert_eq!(configuration["listeners"][0]["bind_addresses"][0], "127.0.0.1");
        assert_eq!(configuration["signing_key_path"], "/place/signing.key");
    }

    #[test]
    fn the_end_of_a_log_is_shown() {
        assert_eq!(last_lines("one\ntwo\nthree\n", 2), "two\nthree");
        assert_eq!(last_lines("one\n", 2), "one");
        assert_eq!(last_lines("", 2), "");
    }
}
