//! A Snug that runs, set up as an operator would, with its limits off.

use crate::client::{Answer, Caller, Client};
use crate::postgres::create_database;
use crate::process::{Process, program};
use anyhow::{Context, Result, bail, ensure};
use hyper::StatusCode;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The community of every workload.
const SLUG: &str = "bench";
const HOST: &str = "bench.localhost";

/// The database under it.
#[derive(Debug, Clone)]
pub(crate) enum Database {
    /// A file in its folder.
    Sqlite,
    /// One of its own on the server at this address.
    Postgres(String),
}

/// What one Snug is: its folder, with its configuration and, on SQLite, its data.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    program: PathBuf,
    folder: PathBuf,
}

/// Somebody with a token of the API.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) handle: String,
    pub(crate) token: String,
}

impl Place {
    /// Sets it up in an empty folder, with a community in which conversations are on.
    pub(crate) fn set_up(program: &Path, folder: &Path, database: &Database) -> Result<Self> {
        std::fs::create_dir_all(folder.join("mail"))?;
        let kept = match database {
            Database::Sqlite => format!("sqlite = {:?}", folder.join("snug.db")),
            Database::Postgres(server) => format!("postgres = {:?}", create_database(server)?),
        };
        let configuration = format!(
            "listen = \"127.0.0.1:0\"\nscheme = \"http\"\nsecret_file = {:?}\n\n[database]\n{kept}\n\n\
             [mail]\nfolder = {:?}\n\n[log]\nlevel = \"warn\"\n\n[limits]\nenabled = false\n",
            folder.join("secret"),
            folder.join("mail"),
        );
        std::fs::write(folder.join("snug.toml"), configuration)?;
        let place = Self { program: program.to_owned(), folder: folder.to_owned() };
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

    /// Adds a member by the command line.
    pub(crate) fn add_member(&self, name: &str) -> Result<Member> {
        let address = format!("{name}@example.org");
        let said = self.run(&["person", "create", "--community", SLUG, "--name", name, "--address", &address])?;
        let handle = said.trim().to_owned();
        let said = self.run(&["token", "create", "--community", SLUG, "--person", &handle, "--name", "bench"])?;
        Ok(Member { handle, token: said.trim().to_owned() })
    }

    fn run(&self, words: &[&str]) -> Result<String> {
        let mut command = Command::new(&self.program);
        // `--config` belongs to the subcommand, so it comes last.
        command.args(words).arg("--config").arg(self.folder.join("snug.toml"));
        let output = command.output().with_context(|| format!("snug {}", words.join(" ")))?;
        ensure!(output.status.success(), "snug {}: {}", words.join(" "), String::from_utf8_lossy(&output.stderr));
        Ok(String::from_utf8(output.stdout)?)
    }

    /// Starts it, and waits until it is ready.
    pub(crate) async fn start(&self) -> Result<Snug> {
        let started = Instant::now();
        let mut command = program(&self.program);
        command.arg("serve").arg("--config").arg(self.folder.join("snug.toml"));
        command.env("SNUG_LOG_LEVEL", "info").stdout(Stdio::piped());
        let mut process = Process::start(command)?;
        let address = listening(&mut process)?;
        let snug = Snug { process, address };
        while !snug.is_ready().await {
            ensure!(started.elapsed() < Duration::from_secs(60), "snug was not ready within a minute");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Ok(snug)
    }
}

/// Reads the log until it says where it listens; the rest is read and dropped.
fn listening(process: &mut Process) -> Result<SocketAddr> {
    let mut log = BufReader::new(process.take_output().context("the log")?);
    let mut line = String::new();
    loop {
        line.clear();
        ensure!(log.read_line(&mut line)? > 0, "snug ended before it listened");
        let fields: Value = serde_json::from_str(&line).unwrap_or_default();
        if let Some(address) = fields.get("listen").and_then(Value::as_str) {
            let address = address.parse()?;
            std::thread::spawn(move || drop(std::io::copy(&mut log, &mut std::io::sink())));
            return Ok(address);
        }
    }
}

/// One that runs. Dropped, it is killed.
pub(crate) struct Snug {
    pub(crate) process: Process,
    pub(crate) address: SocketAddr,
}

impl Snug {
    pub(crate) fn caller(&self, member: &Member) -> Caller {
        Caller { address: self.address, host: HOST.to_owned(), token: member.token.clone() }
    }

    async fn is_ready(&self) -> bool {
        let nobody = Caller { address: self.address, host: HOST.to_owned(), token: String::new() };
        let Ok(mut client) = Client::connect(nobody).await else { return false };
        client.get("/readyz").await.is_ok_and(|answer| answer.status == StatusCode::OK)
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
