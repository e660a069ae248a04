//! From keys as they are written to a configuration that can work: what was left out, and what
//! does not go together.

use super::mail::{self, Mail};
use super::written::{self, Level, Scheme, Written};
use super::{Configuration, Fault};
use crate::logging::Format;
use snug_domain::Span;
use snug_domain::conversations::DIGEST_WINDOW;
use snug_store::{Location, Synchronous};
use snug_web::ClientAddress;
use std::net::{Ipv4Addr, SocketAddr};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use tracing::level_filters::LevelFilter;

const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);
const POSTGRES_CONNECTIONS: usize = 4;

/// The configuration that was written.
pub(super) fn configuration(written: Written) -> Result<Configuration, Fault> {
    let database = database(&written.database)?;
    let secret_file = secret_file(written.secret_file, &database)?;
    let digest_window =
        written.digest.every_minutes.map_or(DIGEST_WINDOW, |minutes| Span::minutes(minutes.get().into()));
    // Snug speaks no https itself: where people use it, a proxy stands in front.
    let (scheme, proxies) = match written.scheme.unwrap_or(Scheme::Https) {
        Scheme::Https => ("https", 1),
        Scheme::Http => ("http", 0),
    };
    Ok(Configuration {
        listen: written.listen.unwrap_or(LISTEN),
        scheme,
        port: written.port,
        client_address: match written.proxies.unwrap_or(proxies) {
            0 => ClientAddress::Connection,
            proxies => ClientAddress::ForwardedFor { proxies },
        },
        secret_file,
        database,
        files_with_passwords: written.mail.password_file.iter().cloned().collect(),
        mail: mail(written.mail)?,
        digest_window,
        metrics_listen: written.metrics.listen,
        log_level: level(written.log.level.unwrap_or(Level::Info)),
        log_format: written.log.format.unwrap_or(Format::Json),
        limits: written.limits.enabled.unwrap_or(true),
    })
}

fn database(written: &written::Database) -> Result<Location, Fault> {
    let connections = written.connections.map(NonZeroUsize::get);
    match (&written.sqlite, &written.postgres) {
        (Some(file), None) => {
            let readers = connections.unwrap_or_else(Location::usual_readers);
            Ok(Location::Sqlite { file: file.clone(), synchronous: Synchronous::Full, readers })
        }
        (None, Some(url)) => {
            let connections = connections.unwrap_or(POSTGRES_CONNECTIONS);
            Ok(Location::Postgres { url: url.reveal().to_owned(), connections })
        }
        (Some(_), Some(_)) => Err(Fault::new("database", "sqlite and postgres are both set: set only one")),
        (None, None) => Err(Fault::new(
            "database",
            "no database configured: set database.sqlite to a file, or database.postgres to a server",
        )),
    }
}

/// Beside the database where that is a file; nodes that share a server have to share a secret too.
fn secret_file(written: Option<PathBuf>, database: &Location) -> Result<PathBuf, Fault> {
    match (written, database) {
        (Some(path), _) => Ok(path),
        (None, Location::Sqlite { file, .. }) => Ok(file.parent().unwrap_or(Path::new("")).join("secret")),
        (None, Location::Postgres { .. }) => {
            Err(Fault::new("secret_file", "not set: with database.postgres, every node needs the same secret file"))
        }
    }
}

fn mail(written: written::Mail) -> Result<Mail, Fault> {
    let dkim = written.dkim.iter().map(mail::DkimFile::from).collect();
    Ok(Mail { way: mail::way(written)?, dkim })
}

const fn level(written: Level) -> LevelFilter {
    match written {
        Level::Error => LevelFilter::ERROR,
        Level::Warn => LevelFilter::WARN,
        Level::Info => LevelFilter::INFO,
        Level::Debug => LevelFilter::DEBUG,
        Level::Trace => LevelFilter::TRACE,
    }
}
