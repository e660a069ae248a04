//! Prosody, a server of XMPP, as Debian packages it, with an archive of every message.

use super::debian;
use super::xmpp::{Account, Client};
use crate::bench::Bench;
use crate::figures::{Figure, Variant};
use crate::process::{Process, cpu, free_address, memory, program};
use crate::send::{Load, Server, Talkers, WARM_UP, measure};
use crate::talk::{Ear, Register, Voice};
use anyhow::{Context, Result, ensure};
use std::fs::File;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::task::{JoinHandle, JoinSet};

const HOST: &str = "localhost";
const PASSWORD: &str = "bench";
/// Pairs of members who talk.
const PAIRS: usize = 64;
/// How many log in at once.
const AT_ONCE: usize = 32;
/// How long it may do what it still has to before its memory is read.
const SETTLE: Duration = Duration::from_secs(2);

/// Every load of sending, so many times.
pub(crate) async fn send(bench: &mut Bench) -> Result<()> {
    let Some(program) = Program::of(bench) else { return Ok(()) };
    let names: Vec<String> = (0..PAIRS).flat_map(|number| [one(number), other(number)]).collect();
    let prosody = program.start(&names).await?;
    measure(&prosody, Load::Closed { members: 16 }, WARM_UP).await?;
    let mut said = WARM_UP;
    for load in Load::ALL {
        for _ in bench.progress.runs(&format!("{} on prosody", load.name()), bench.runs) {
            bench.figures.add(&load.name(), Variant::Prosody, measure(&prosody, load, load.messages()).await?);
            said += load.messages();
        }
    }
    prosody.has_archived(&names, usize::try_from(said)?).await
}

/// The memory of the idle process, and of connections on which nothing happens, so many times.
pub(crate) async fn idle(bench: &mut Bench) -> Result<()> {
    let Some(program) = Program::of(bench) else { return Ok(()) };
    for _ in bench.progress.runs("idle on prosody", bench.runs) {
        let empty = program.start(&[]).await?.memory().await?;
        bench.figures.add("idle 0", Variant::Prosody, vec![Figure::new("process", "MiB", empty / 1024.0)]);
        for count in [1_000, 10_000] {
            let workload = format!("idle {count}");
            let allowed = rlimit::Resource::NOFILE.get_soft()?;
            if allowed < u64::from(count) + 100 {
                bench.miss(format!("{workload} of prosody: a process may open only {allowed} files here"));
                continue;
            }
            let size = per_connection(&program, count).await?;
            bench.figures.add(&workload, Variant::Prosody, vec![Figure::new("per connection", "KiB", size)]);
        }
    }
    Ok(())
}

/// What each of so many connections costs in memory, in KiB.
async fn per_connection(program: &Program, count: u32) -> Result<f64> {
    let names: Vec<String> = (0..usize::try_from(count)?).map(one).collect();
    let prosody = program.start(&names).await?;
    let before = prosody.memory().await?;
    let clients = prosody.connect(&names).await?;
    let after = prosody.memory().await?;
    drop(clients);
    Ok((after - before) / f64::from(count))
}

/// The name of somebody who says things, and of who hears them.
fn one(number: usize) -> String {
    format!("one{number}")
}

fn other(number: usize) -> String {
    format!("other{number}")
}

/// Where it is unpacked.
struct Program {
    root: PathBuf,
}

impl Program {
    /// Installs it, and notes with which settings it is measured; `None`, said as missing, where it cannot be had.
    fn of(bench: &mut Bench) -> Option<Self> {
        let installed = debian::unpack("prosody", &bench.output.join("peers/prosody")).and_then(|root| {
            let version = std::fs::read_to_string(root.join("usr/lib/prosody/prosody.version"))?;
            Ok((Self { root }, settings(version.trim())))
        });
        match installed {
            Ok((program, settings)) => {
                bench.set(Variant::Prosody, settings);
                Some(program)
            }
            Err(error) => {
                bench.miss(format!("prosody: {error:#}"));
                None
            }
        }
    }

    /// Starts it with these accounts, in a folder of its own, and waits until it is ready.
    async fn start(&self, names: &[String]) -> Result<Prosody> {
        let folder = tempfile::tempdir()?;
        let accounts = folder.path().join("data").join(HOST).join("accounts");
        std::fs::create_dir_all(&accounts)?;
        for name in names {
            std::fs::write(accounts.join(format!("{name}.dat")), account(PASSWORD))?;
        }
        let address = free_address()?;
        std::fs::write(folder.path().join("prosody.cfg.lua"), configuration(folder.path(), address))?;
        let process = Process::start(self.command(folder.path())?)?;
        let prosody = Prosody { process, address, folder };
        prosody.ready().await?;
        Ok(prosody)
    }

    fn command(&self, folder: &Path) -> Result<Command> {
        let script = std::fs::read_to_string(self.root.join("usr/bin/prosody"))?;
        let interpreter = interpreter(&script).context("an interpreter in the first line of prosody")?.to_owned();
        let version = interpreter.trim_start_matches("lua");
        let moved = folder.join("prosody.lua");
        std::fs::write(&moved, moved_to(&script, &self.root))?;

        let root = self.root.display();
        let libraries = format!("{root}/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
        // The one of the machine, where it has one.
        let own = self.root.join("usr/bin").join(&interpreter);
        let mut command = program(if own.exists() { own } else { interpreter.clone().into() });
        command.arg(moved).arg("-F").arg("--config").arg(folder.join("prosody.cfg.lua"));
        // Two semicolons stand for where Lua looks otherwise.
        command.env("LUA_PATH", format!("{root}/usr/share/lua/{version}/?.lua;;"));
        command.env("LUA_CPATH", format!("{libraries}/lua/{version}/?.so;;"));
        command.env("LD_LIBRARY_PATH", libraries);
        let log = File::create(log_file(folder))?;
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        Ok(command)
    }
}

fn log_file(folder: &Path) -> PathBuf {
    folder.join("prosody.log")
}

/// The program that the first line of a script names: `#!/usr/bin/env lua5.4`.
fn interpreter(script: &str) -> Option<&str> {
    script.lines().next()?.strip_prefix("#!")?.split(['/', ' ']).next_back()
}

/// The script, with the paths in it below this folder.
fn moved_to(script: &str, root: &Path) -> String {
    script.replace("'/usr/lib/prosody", &format!("'{}/usr/lib/prosody", root.display()))
}

/// An account, as Prosody's own storage of files keeps it.
fn account(password: &str) -> String {
    format!("return {{\n\t[\"password\"] = {password:?};\n}};\n")
}

fn configuration(folder: &Path, address: SocketAddr) -> String {
    format!(
        "run_as_root = true
pidfile = {:?}
data_path = {:?}
log = {{ warn = \"*console\" }}
network_backend = \"epoll\"
network_settings = {{ nagle = false }}
interfaces = {{ \"127.0.0.1\" }}
c2s_ports = {{ {} }}
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
authentication = \"internal_plain\"
storage = \"internal\"
modules_enabled = {{ \"disco\", \"mam\", \"roster\", \"saslauth\", \"smacks\" }}
modules_disabled = {{ \"s2s\" }}
default_archive_policy = true
storage_archive_item_limit = 1000000000
VirtualHost \"{HOST}\"
",
        folder.join("prosody.pid"),
        folder.join("data"),
        address.port(),
    )
}

/// What its figures have to be read with.
fn settings(version: &str) -> String {
    format!(
        "Prosody {version} of Debian, one process. Durability: both archives of a message are appended to files before \
         it is acknowledged, without fsync; when the machine stops, acknowledged messages may be lost. Every message \
         archived (mam), acknowledged by XEP-0198 (smacks); storage internal; network backend epoll, Nagle off; \
         limits off, also the one of messages in an archive; TLS off; server to server off; log level warn; only the \
         modules disco, mam, roster, saslauth, smacks and those always loaded. Accounts written as files in its own \
         format, passwords in plain text (internal_plain); idle connections each of an account of its own, available, \
         with an empty roster."
    )
}

/// One that runs. Dropped, it is killed, and its folder goes.
struct Prosody {
    process: Process,
    address: SocketAddr,
    folder: TempDir,
}

impl Prosody {
    async fn ready(&self) -> Result<()> {
        let started = Instant::now();
        while tokio::net::TcpStream::connect(self.address).await.is_err() {
            let log = || std::fs::read_to_string(log_file(self.folder.path())).unwrap_or_default();
            ensure!(started.elapsed() < Duration::from_secs(30), "prosody was not ready within 30 seconds: {}", log());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }

    /// In KiB.
    async fn memory(&self) -> Result<f64> {
        tokio::time::sleep(SETTLE).await;
        memory(self.process.id())
    }

    fn account(&self, name: &str) -> Account {
        Account { address: self.address, host: HOST, name: name.to_owned(), password: PASSWORD }
    }

    /// Everybody logged in and available, on a connection each.
    async fn connect(&self, names: &[String]) -> Result<Vec<Client>> {
        let mut connecting = JoinSet::new();
        for some in names.chunks(names.len().div_ceil(AT_ONCE).max(1)) {
            let accounts: Vec<Account> = some.iter().map(|name| self.account(name)).collect();
            connecting.spawn(async move {
                let mut clients = Vec::with_capacity(accounts.len());
                for account in accounts {
                    let mut client = Client::log_in(&account).await?;
                    client.be_available().await?;
                    clients.push(client);
                }
                anyhow::Ok(clients)
            });
        }
        let mut clients = Vec::with_capacity(names.len());
        while let Some(some) = connecting.join_next().await {
            clients.extend(some??);
        }
        Ok(clients)
    }

    /// Fails unless every message that was said stands in the archive of who said it and of who heard it. Only at the
    /// end: it reads an archive whole, and would leave that much to clean up for the next run.
    async fn has_archived(&self, names: &[String], said: usize) -> Result<()> {
        let mut archived = 0;
        for name in names {
            archived += Client::log_in(&self.account(name)).await?.archived().await?;
        }
        ensure!(archived == 2 * said, "prosody archived {archived} messages instead of twice {said}");
        Ok(())
    }
}

impl Server for Prosody {
    type Voice = Sender;

    async fn talkers(&self, count: usize, register: &Arc<Register>) -> Result<Talkers<Sender>> {
        let mut talkers = Talkers { voices: Vec::new(), listening: Vec::new() };
        for number in 0..count {
            let mut client = Client::log_in(&self.account(&other(number))).await?;
            client.be_available().await?;
            talkers.listening.push(listen(client, Ear::new(register)));
            let mut client = Client::log_in(&self.account(&one(number))).await?;
            client.enable_acknowledgements().await?;
            talkers.voices.push(Sender { client, to: format!("{}@{HOST}", other(number)), said: 0 });
        }
        Ok(talkers)
    }

    fn cpu(&self) -> Result<Duration> {
        cpu(self.process.id())
    }
}

/// Somebody who says things over XMPP.
struct Sender {
    client: Client,
    to: String,
    said: u32,
}

impl Voice for Sender {
    async fn say(&mut self, text: String) -> Result<()> {
        self.said += 1;
        self.client.say(&self.to, &text, self.said).await
    }
}

fn listen(mut client: Client, mut ear: Ear) -> JoinHandle<()> {
    tokio::spawn(async move {
        while let Ok(piece) = client.next().await {
            ear.hear(piece);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{account, configuration, interpreter, moved_to, settings};
    use std::path::Path;

    #[test]
    fn an_account_is_a_file_that_prosody_reads() {
        assert_eq!(account("bench"), "return {\n\t[\"password\"] = \"bench\";\n};\n");
    }

    #[test]
    fn the_script_runs_from_where_it_is_unpacked() {
        let script = "#!/usr/bin/env lua5.4\nCFG_SOURCEDIR='/usr/lib/prosody';\nCFG_CONFIGDIR='/etc/prosody';\n\
                      CFG_PLUGINDIR='/usr/lib/prosody/modules/';\n";
        assert_eq!(interpreter(script), Some("lua5.4"));
        assert_eq!(interpreter("#!/usr/bin/lua5.4\n"), Some("lua5.4"));
        assert_eq!(interpreter("print(1)"), None);
        assert_eq!(
            moved_to(script, Path::new("/a")),
            "#!/usr/bin/env lua5.4\nCFG_SOURCEDIR='/a/usr/lib/prosody';\nCFG_CONFIGDIR='/etc/prosody';\n\
             CFG_PLUGINDIR='/a/usr/lib/prosody/modules/';\n"
        );
    }

    #[test]
    fn it_is_measured_as_its_settings_say() {
        let configuration = configuration(Path::new("/a"), ([127, 0, 0, 1], 5222).into());
        for line in [
            "data_path = \"/a/data\"",
            "c2s_ports = { 5222 }",
            "interfaces = { \"127.0.0.1\" }",
            "default_archive_policy = true",
            "authentication = \"internal_plain\"",
        ] {
            assert!(configuration.lines().any(|one| one == line), "{line} in {configuration}");
        }
        assert!(!configuration.contains("\"limits\"") && !configuration.contains("\"tls\""));
        assert!(settings("0.12.3").starts_with("Prosody 0.12.3 of Debian"));
    }
}
