//! The address of a server, as libpq writes it.
//!
//! The driver knows less of `sslmode` than libpq and nothing of `sslrootcert`, so
//! both are taken out here: they say how far a server's certificate is trusted.

use crate::error::Error;
use std::path::PathBuf;
use std::time::Duration;
use tokio_postgres::Config;
use tokio_postgres::config::SslMode;

/// Whom to believe that it is the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trust {
    /// Anybody: encrypted, but not proven (`prefer`, `require`).
    Anybody,
    /// Who shows a certificate for the host from a public authority (`verify-full`).
    PublicAuthorities,
    /// The same, from an authority in this file.
    Authorities(PathBuf),
}

/// Reads an address.
pub(super) fn parse(url: &str) -> Result<(Config, Trust), Error> {
    let (place, options) = url.split_once('?').unwrap_or((url, ""));
    let (mut mode, mut authorities, mut kept) = ("prefer", None, Vec::new());
    for option in options.split('&').filter(|option| !option.is_empty()) {
        match option.split_once('=') {
            Some(("sslmode", value)) => mode = value,
            Some(("sslrootcert", value)) => authorities = Some(value),
            _ => kept.push(option),
        }
    }
    let (mode, verified) = match mode {
        "disable" => (SslMode::Disable, false),
        "allow" | "prefer" => (SslMode::Prefer, false),
        "require" => (SslMode::Require, authorities.is_some()),
        "verify-ca" | "verify-full" => (SslMode::Require, true),
        _ => return Err(unreadable("sslmode is none of libpq's")),
    };
    let trust = match authorities {
        _ if !verified => Trust::Anybody,
        None | Some("system") => Trust::PublicAuthorities,
        Some(file) => Trust::Authorities(PathBuf::from(file)),
    };
    let mut config: Config = format!("{place}?{}", kept.join("&")).parse().map_err(|_| unreadable("see libpq"))?;
    config.ssl_mode(mode);
    fill_in(&mut config);
    Ok((config, trust))
}

/// What is not said: a server that vanished is noticed within a minute.
fn fill_in(config: &mut Config) {
    if config.get_application_name().is_none() {
        config.application_name("snug");
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(Duration::from_secs(30));
    }
    if config.get_keepalives_interval().is_none() {
        config.keepalives_idle(Duration::from_secs(30)).keepalives_interval(Duration::from_secs(10));
    }
}

/// Without the address itself, for it may hold a password.
fn unreadable(why: &str) -> Error {
    Error::Fault(format!("the address of PostgreSQL cannot be read ({why})"))
}

#[cfg(test)]
mod tests {
    use super::{Trust, parse};
    use std::path::PathBuf;
    use tokio_postgres::config::SslMode;

    #[test]
    fn sslmode_says_whom_to_believe() {
        for (options, mode, trust) in [
            ("", SslMode::Prefer, Trust::Anybody),
            ("?sslmode=disable", SslMode::Disable, Trust::Anybody),
            ("?sslmode=require", SslMode::Require, Trust::Anybody),
            ("?sslmode=verify-full", SslMode::Require, Trust::PublicAuthorities),
            (
                "?sslrootcert=/etc/authority.pem&sslmode=verify-full",
                SslMode::Require,
                Trust::Authorities(PathBuf::from("/etc/authority.pem")),
            ),
        ] {
            let (config, read) = parse(&format!("postgres://ana:secret@db.example:6432/snug{options}")).unwrap();
            assert_eq!((config.get_ssl_mode(), read), (mode, trust));
            assert_eq!(config.get_dbname(), Some("snug"));
        }
    }

    #[test]
    fn an_address_that_cannot_be_read_is_not_repeated() {
        for url in ["postgres://ana:secret@db.example/snug?sslmode=maybe", "postgres://ana:secret@db.example:port/snug"]
        {
            let message = parse(url).unwrap_err().to_string();
            assert!(!message.contains("secret"), "{message}");
        }
    }
}
