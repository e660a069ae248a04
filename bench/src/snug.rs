//! A Snug that runs, set up as an operator would; its limits are off unless a workload is about them.

use crate::client::{Answer, Caller, Client};
use crate::postgres::{analyze, ask, copy_database, create_database, drop_database};
use crate::process::{Process, free_address, program};
use anyhow::{Context, Result, bail, ensure};
use hyper::StatusCode;
use serde_json::{Value, json};
use std::fs::File;
use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The community of every workload.
pub(crate) const SLUG: &str = "bench";
const HOST: &str = "bench.localhost";

/// The database under it.
#[derive(Debug, Clone)]
pub(crate) enum Database {
    /// A file in its folder.
    Sqlite,
    /// One of its own on the server at this address.
    Postgres(String),
}

impl Database {
    /// How Snug is set up on it, and what is on disk when it answers.
    pub(crate) fn settings(&self) -> Result<String> {
        let Self::Postgres(server) = self else {
            return Ok("limits off, log level warn; SQLite with a write-ahead log, synchronous=FULL, group commit: a \
                       message is on disk before it is acknowledged"
                .to_owned());
        };
        let named = |name: &str| anyhow::Ok(format!("{name}={}", ask(server, &format!("SHOW {name}"))?));
        let kept = [named("fsync")?, named("synchronous_commit")?];
        let durable = kept == ["fsync=on", "synchronous_commit=on"];
        let when = if durable { "before" } else { "some time after" };
        let other = [named("full_page_writes")?, named("shared_buffers")?];
        Ok(format!(
            "limits off, log level warn; PostgreSQL {}, {}, {}: a message is on disk {when} it is acknowledged",
            ask(server, "SHOW server_version")?,
            kept.join(", "),
            other.join(", "),
        ))
    }
}

/// Where its data is kept.
#[derive(Debug, Clone)]
pub(crate) enum Stored {
    /// In this file.
    Sqlite(PathBuf),
    /// In the database at this address.
    Postgres(String),
}

impl Stored {
    /// See [`crate::postgres::analyze`]. SQLite is told what to expect by Snug itself.
    pub(crate) fn analyze(&self) -> Result<()> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(url) => analyze(url),
        }
    }
}

/// Whether people are held to the limits of how often something may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limits {
    /// As an operator leaves them, with a proxy in front that names the network of each request.
    On,
    Off,
}

/// What one Snug is: its folder, with its configuration and, on SQLite, its data.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    program: PathBuf,
    folder: PathBuf,
    limits: Limits,
    pub(crate) stored: Stored,
}

/// Somebody with a token of the API.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) handle: String,
    pub(crate) token: String,
}

impl Place {
    /// Sets it up in an empty folder, with a community in which conversations are on.
    pub(crate) fn set_up(program: &Path, folder: &Path, database: &Database, limits: Limits) -> Result<Self> {
        let stored = match database {
            Database::Sqlite => Stored::Sqlite(folder.join("snug.db")),
            Database::Postgres(server) => Stored::Postgres(create_database(server)?),
        };
        let place = Self::configure(program, folder, limits, stored)?;
        place.run(&[
            "community",
            "create",
            "--slug",
            SLUG,
            "--name",
            "Bench",
            "--host",
            HOST,
            "--mail-domain",
            "mail.localhost",
        ])?;
        place.run(&["community", "enable-conversations", SLUG])?;
        Ok(place)
    }

    fn configure(program: &Path, folder: &Path, limits: Limits, stored: Stored) -> Result<Self> {
        std::fs::create_dir_all(folder.join("mail"))?;
        let kept = match &stored {
            Stored::Sqlite(file) => format!("sqlite = {file:?}"),
            Stored::Postgres(url) => format!("postgres = {url:?}"),
        };
        let (proxies, enabled) = match limits {
            Limits::On => (1, true),
            Limits::Off => (0, false),
        };
        let configuration = format!(
            "scheme = \"http\"\nproxies = {proxies}\nsecret_file = {:?}\n\n[database]\n{kept}\n\n\
             [mail]\nfolder = {:?}\n\n[log]\nlevel = \"warn\"\n\n[limits]\nenabled = {enabled}\n",
            folder.join("secret"),
            folder.join("mail"),
        );
        std::fs::write(folder.join("snug.toml"), configuration)?;
        Ok(Self { program: program.to_owned(), folder: folder.to_owned(), limits, stored })
    }

    /// The same again, as it is now, in an empty folder. Nobody may have it open.
    pub(crate) fn copy(&self, folder: &Path) -> Result<Self> {
        let stored = match &self.stored {
            Stored::Sqlite(file) => {
                let copy = folder.join("snug.db");
                std::fs::copy(file, &copy)?;
                // What the disk still has to do would be in the way of what is measured.
                File::open(&copy)?.sync_all()?;
                Stored::Sqlite(copy)
            }
            Stored::Postgres(url) => Stored::Postgres(copy_database(url)?),
        };
        Self::configure(&self.program, folder, self.limits, stored)
    }

    /// Removes what is not in its folder.
    pub(crate) fn remove(self) -> Result<()> {
        match self.stored {
            Stored::Sqlite(_) => Ok(()),
            Stored::Postgres(url) => drop_database(&url),
        }
    }

    /// Adds a member by the command line, who signs in with this password.
    pub(crate) fn add_member_with_password(&self, name: &str, password: &str) -> Result<Member> {
        let address = format!("{name}@example.org");
        let create =
            ["person", "create", "--community", SLUG, "--name", name, "--address", &address, "--password-stdin"];
        let said = self.run_with(&create, password)?;
        self.with_token(said.trim())
    }

    /// Adds a member by the command line.
    pub(crate) fn add_member(&self, name: &str) -> Result<Member> {
        let address = format!("{name}@example.org");
        let said = self.run(&["person", "create", "--community", SLUG, "--name", name, "--address", &address])?;
        self.with_token(said.trim())
    }

    /// Somebody who is there, with a new token.
    pub(crate) fn with_token(&self, handle: &str) -> Result<Member> {
        let said = self.run(&["token", "create", "--community", SLUG, "--person", handle, "--name", "bench"])?;
        Ok(Member { handle: handle.to_owned(), token: said.trim().to_owned() })
    }

    fn run(&self, words: &[&str]) -> Result<String> {
        self.run_with(words, "")
    }

    /// Runs a command that reads this.
    fn run_with(&self, words: &[&str], input: &str) -> Result<String> {
        let mut command = Command::new(&self.program);
        // `--config` belongs to the subcommand, so it comes last.
        command.args(words).arg("--config").arg(self.folder.join("snug.toml"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().with_context(|| format!("snug {}", words.join(" ")))?;
        child.stdin.take().context("standard input")?.write_all(input.as_bytes())?;
        let output = child.wait_with_output()?;
        ensure!(output.status.success(), "snug {}: {}", words.join(" "), String::from_utf8_lossy(&output.stderr));
        Ok(String::from_utf8(output.stdout)?)
    }

    /// Starts it, and waits until it is ready.
    pub(crate) async fn start(&self) -> Result<Snug> {
        let started = Instant::now();
        let (address, metrics) = (free_address()?, free_address()?);
        let mut command = program(&self.program);
        command.arg("serve").arg("--config").arg(self.folder.join("snug.toml"));
        command.env("SNUG_LISTEN", address.to_string()).env("SNUG_METRICS_LISTEN", metrics.to_string());
        command.stdout(Stdio::null());
        let mut snug = Snug { process: Process::start(command)?, address, metrics };
        while !snug.is_ready().await {
            ensure!(!snug.process.has_ended()?, "snug ended before it was ready");
            ensure!(started.elapsed() < Duration::from_secs(60), "snug was not ready within a minute");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Ok(snug)
    }
}

/// One that runs. Dropped, it is killed.
pub(crate) struct Snug {
    pub(crate) process: Process,
    pub(crate) address: SocketAddr,
    /// Where it tells its metrics.
    metrics: SocketAddr,
}

impl Snug {
    pub(crate) fn caller(&self, member: &Member) -> Caller {
        Caller { address: self.address, host: HOST.to_owned(), token: member.token.clone(), network: String::new() }
    }

    async fn is_ready(&self) -> bool {
        let Ok(mut client) = Client::connect(self.nobody()).await else { return false };
        client.get("/readyz").await.is_ok_and(|answer| answer.status == StatusCode::OK)
    }

    /// Somebody without a token: a browser, or a program of this machine.
    pub(crate) fn nobody(&self) -> Caller {
        Caller { address: self.address, host: HOST.to_owned(), token: String::new(), network: String::new() }
    }

    /// A program that watches it.
    pub(crate) fn watcher(&self) -> Caller {
        Caller { address: self.metrics, ..self.nobody() }
    }

    /// A conversation of two, which the second accepted; returns its id.
    pub(crate) async fn begin(&self, one: &Member, other: &Member) -> Result<String> {
        let mut client = Client::connect(self.caller(one)).await?;
        let start = json!({ "to": other.handle, "text": "Hello", "client_id": format!("begin-{}", other.handle) });
        let started = client.post("/api/v1/conversations", start.to_string()).await?;
        let conversation = field(&started, StatusCode::CREATED, "id")?;
        let mut client = Client::connect(self.caller(other)).await?;
        let accepted = client.post(&format!("/api/v1/conversations/{conversation}/accept"), String::new()).await?;
        ensure!(accepted.status.is_success(), "accept answered {}", accepted.status);
        Ok(conversation)
    }
}

/// A field of an answer that has to have this status.
pub(crate) fn field(answer: &Answer, status: StatusCode, name: &str) -> Result<String> {
    if answer.status != status {
        bail!("{} instead of {status}: {}", answer.status, String::from_utf8_lossy(&answer.body));
    }
    let body: Value = serde_json::from_slice(&answer.body)?;
    let value = body.get(name).and_then(Value::as_str);
    Ok(value.with_context(|| format!("an answer without {name}"))?.to_owned())
}
