//! An installation of its own for a test: a folder, a configuration, and the real program.

use crate::running::Running;
use snug_store::testing::{TestDatabase, make_newer};
use snug_store::{Database, Location, Synchronous};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A folder with a configuration in it, gone with the test.
pub(crate) struct Installation {
    folder: TempDir,
    /// On PostgreSQL, the database; on SQLite it is a file in the folder.
    _database: Option<TestDatabase>,
}

/// What a command said.
pub(crate) struct Answer {
    pub code: Option<i32>,
    pub output: String,
    pub errors: String,
}

impl Installation {
    /// One on SQLite.
    pub(crate) fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = format!("sqlite = '{}'", folder.path().join("snug.db").display());
        Self::with(folder, &place, None)
    }

    /// One on SQLite, in this file.
    pub(crate) fn on_sqlite_in(file: &Path) -> Self {
        Self::with(tempfile::tempdir().unwrap(), &format!("sqlite = '{}'", file.display()), None)
    }

    /// One on PostgreSQL.
    pub(crate) fn on_postgres() -> Self {
        let database = TestDatabase::empty_postgres();
        let Location::Postgres { url, .. } = database.location() else { panic!("this is PostgreSQL") };
        let place = format!("postgres = '{url}'");
        Self::with(tempfile::tempdir().unwrap(), &place, Some(database))
    }

    fn with(folder: TempDir, place: &str, database: Option<TestDatabase>) -> Self {
        let path = folder.path().display();
        let text = format!(
            "listen = '127.0.0.1:0'\nscheme = 'http'\nsecret_file = '{path}/secret'\n\
             [database]\n{place}\n[mail]\nfolder = '{path}/mails'\n"
        );
        std::fs::write(folder.path().join("snug.toml"), text).unwrap();
        Self { folder, _database: database }
    }

    /// A file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program, with nothing of the environment the test runs in.
    pub(crate) fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_snug"));
        command.env_clear().current_dir(self.folder.path());
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Answer {
        self.run_with_input(arguments, "")
    }

    /// Runs a command that reads something.
    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &str) -> Answer {
        let mut command = self.program();
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let done = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Answer { code: done.status.code(), output: text(done.stdout), errors: text(done.stderr) }
    }

    /// Runs a command that has to succeed, on this configuration, and returns what it printed.
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let answer = self.run(&[arguments, &["--config", "snug.toml"]].concat());
        assert_eq!(answer.code, Some(0), "{arguments:?}: {}", answer.errors);
        answer.output.trim_end().to_owned()
    }

    /// Makes the SQLite file one of a newer program.
    pub(crate) fn make_newer(&self) {
        let location = Location::Sqlite { file: self.path("snug.db"), synchronous: Synchronous::Full, readers: 1 };
        let database = Database::open(&location).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            database.write::<_, snug_store::Error, _>(make_newer).await.unwrap();
            database.close().await;
        });
    }

    /// Adds the community Riverside, with conversations.
    pub(crate) fn with_riverside(self) -> Self {
        self.done(&[
            "community",
            "create",
            "--slug",
            "riverside",
            "--name",
            "Riverside",
            "--host",
            "riverside.localhost",
        ]);
        self.done(&["community", "enable-conversations", "riverside"]);
        self
    }

    /// Adds a person of this name to Riverside, and makes a token for them.
    pub(crate) fn token_of_new(&self, name: &str) -> String {
        let address = format!("{name}@example.org");
        let person = ["person", "create", "--community", "riverside", "--name", name, "--address", &address];
        let handle = self.done(&person);
        self.done(&["token", "create", "--community", "riverside", "--person", &handle])
    }

    /// Starts `snug serve`, and waits until it listens.
    pub(crate) fn serve(&self) -> Running {
        self.serve_with(&[])
    }

    /// Starts `snug serve` where the system lets it have so many open files, and more if it asks.
    pub(crate) fn serve_with_open_files(&self, soft: u64, hard: u64) -> Running {
        let serve = r#"ulimit -Sn "$2" && ulimit -Hn "$1" && exec "$0" serve --config snug.toml"#;
        let mut command = Command::new("/bin/sh");
        command.env_clear().current_dir(self.folder.path());
        let words = [serve, env!("CARGO_BIN_EXE_snug"), &hard.to_string(), &soft.to_string()];
        Running::start(command.arg("-c").args(words))
    }

    /// Starts `snug serve` with these variables.
    pub(crate) fn serve_with(&self, variables: &[(&str, &str)]) -> Running {
        let mut command = self.program();
        Running::start(command.args(["serve", "--config", "snug.toml"]).envs(variables.iter().copied()))
    }
}
