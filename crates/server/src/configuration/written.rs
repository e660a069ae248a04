//! The keys as they are written. Everything may be left out; what that means is said in `checked`.

use super::Hidden;
use crate::logging::Format;
use serde::Deserialize;
use std::net::SocketAddr;
use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Written {
    pub listen: Option<SocketAddr>,
    pub scheme: Option<Scheme>,
    pub port: Option<u16>,
    pub proxies: Option<usize>,
    pub secret_file: Option<PathBuf>,
    pub database: Database,
    pub mail: Mail,
    pub digest: Digest,
    pub metrics: Metrics,
    pub log: Log,
    pub limits: Limits,
}

/// How people reach the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Scheme {
    Https,
    Http,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Database {
    pub sqlite: Option<PathBuf>,
    /// It may hold a password.
    pub postgres: Option<Hidden>,
    pub connections: Option<NonZeroUsize>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Mail {
    pub folder: Option<PathBuf>,
    pub host: Option<String>,
    pub port: Option<u16>,
    pub security: Option<Security>,
    pub user: Option<String>,
    pub password: Option<Hidden>,
    pub password_file: Option<PathBuf>,
    pub connections: Option<NonZeroUsize>,
    pub timeout_seconds: Option<NonZeroU32>,
    pub extra_root_certificate: Option<PathBuf>,
    pub hello_name: Option<String>,
    pub dkim: Vec<Dkim>,
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Security {
    StartTls,
    Tls,
    None,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dkim {
    pub domain: String,
    pub selector: String,
    pub key_file: PathBuf,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Digest {
    pub every_minutes: Option<NonZeroU32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Metrics {
    pub listen: Option<SocketAddr>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Log {
    pub level: Option<Level>,
    pub format: Option<Format>,
}

/// How loud our own crates are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Level {
    Error,
    Warn,
    Info,
    Debug,
    Trace,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Limits {
    pub enabled: Option<bool>,
}
