//! How the program is set up: one TOML file, and the environment, which wins over it.
//!
//! Everything is read and checked here, once, before anything starts; the rest of the program
//! is handed values. A key nobody knows is an error, in the file and in the environment, so that
//! a misspelt one is noticed. A message names the place and never a password.

mod checked;
mod environment;
mod fault;
mod hidden;
mod mail;
mod rights;
mod secret;
mod written;

pub use fault::Fault;
pub use hidden::Hidden;
pub use mail::Mail;
pub use secret::read_or_make_secret;

use crate::logging::Format;
use serde::Deserialize;
use snug_app::{DkimKey, PasswordCost, Settings};
use snug_domain::Span;
use snug_store::Location;
use snug_web::ClientAddress;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use toml::Table;
use tracing::level_filters::LevelFilter;
use written::Written;

/// How the program is set up.
pub struct Configuration {
    /// Where it listens.
    pub listen: SocketAddr,
    /// `https`, or `http` on localhost.
    pub scheme: &'static str,
    /// The port people see, where it is not the scheme's own.
    pub port: Option<u16>,
    /// Where the network address of a browser is read from.
    pub client_address: ClientAddress,
    /// The file with the key of all links and tokens.
    pub secret_file: PathBuf,
    /// Where the database is.
    pub database: Location,
    /// Where mail goes.
    pub mail: Mail,
    /// Files that hold a password.
    files_with_passwords: Vec<PathBuf>,
    /// How often the digest looks for unread messages.
    pub digest_window: Span,
    /// Where metrics are served, if anywhere.
    pub metrics_listen: Option<SocketAddr>,
    /// How loud the log is.
    pub log_level: LevelFilter,
    /// How the log looks.
    pub log_format: Format,
    /// Whether people are held to the limits.
    pub limits: bool,
}

impl Configuration {
    /// Reads the file, if there is one, and these variables of the environment.
    pub fn read(file: Option<&Path>, variables: impl IntoIterator<Item = (String, String)>) -> Result<Self, Fault> {
        let mut table = file.map_or_else(|| Ok(Table::new()), read_file)?;
        let with_password = file.filter(|_| holds_password(&table)).map(Path::to_owned);
        for variable in environment::settings(variables)? {
            variable.put_into(&mut table);
        }
        // Each part was understood alone, so the whole is.
        let written = Written::deserialize(table).map_err(|fault| Fault::new("configuration", fault.message()))?;
        let mut configuration = checked::configuration(written)?;
        configuration.files_with_passwords.extend(with_password);
        Ok(configuration)
    }

    /// What the app has to know; makes the secret at the first start.
    pub fn settings(&self) -> Result<Settings, Fault> {
        Ok(Settings {
            secret: read_or_make_secret(&self.secret_file)?,
            scheme: self.scheme,
            port: self.port,
            dkim: self.mail.dkim_keys().collect::<Result<Vec<DkimKey>, _>>()?,
            digest_window: self.digest_window,
            limits: self.limits,
            password_cost: PasswordCost::Full,
        })
    }
}

/// Where the database is holds a password, so its place is shown as its kind only.
impl std::fmt::Debug for Configuration {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let database = match &self.database {
            Location::Sqlite { file, readers, .. } => format!("{} ({readers})", file.display()),
            Location::Postgres { connections, .. } => format!("PostgreSQL ({connections})"),
        };
        formatter
            .debug_struct("Configuration")
            .field("listen", &self.listen)
            .field("scheme", &self.scheme)
            .field("port", &self.port)
            .field("client_address", &self.client_address)
            .field("secret_file", &self.secret_file)
            .field("database", &database)
            .field("mail", &self.mail)
            .field("digest_window", &self.digest_window)
            .field("metrics_listen", &self.metrics_listen)
            .field("log_level", &self.log_level)
            .field("log_format", &self.log_format)
            .field("limits", &self.limits)
            .finish()
    }
}

/// Whether a file holds the password of the mail server, or of the database in its address.
fn holds_password(table: &Table) -> bool {
    let text = |section: &str, key: &str| table.get(section)?.get(key)?.as_str();
    let in_address = |address: &str| {
        let user = address.split_once("://").and_then(|(_, rest)| rest.split_once('@')).map_or("", |(user, _)| user);
        user.contains(':') || address.contains("password=")
    };
    text("mail", "password").is_some() || text("database", "postgres").is_some_and(in_address)
}

/// The variables this process was started with, as far as they are text.
pub fn process_variables() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

/// The file, understood by itself first, so that a message can name the line.
fn read_file(path: &Path) -> Result<Table, Fault> {
    let text =
        fs::read_to_string(path).map_err(|fault| Fault::new(path.display(), format!("it cannot be read ({fault})")))?;
    let understood = toml::from_str::<Written>(&text).and_then(|_| text.parse::<Table>());
    understood.map_err(|fault| Fault::in_file(path, &text, &fault))
}
