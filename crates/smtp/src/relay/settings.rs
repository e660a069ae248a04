//! What a relay has to be told, checked when the program starts.

use super::tls::Tls;
use super::{RelayFault, SmtpRelay, TimeLimits};
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Mutex;
use tokio::sync::Semaphore;

/// How to reach a mail server.
#[derive(Debug, Clone)]
pub struct RelaySettings {
    /// Its name, which its certificate has to bear.
    pub host: String,
    /// Its port: 465 with TLS, 587 with STARTTLS.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// Who we are there, if it asks.
    pub login: Option<Login>,
    /// How many connections may be open at once; at least one.
    pub connections: usize,
    /// How long each step may take.
    pub limits: TimeLimits,
    /// A certificate to trust beside the usual ones, in PEM.
    pub extra_root_certificate: Option<PathBuf>,
    /// The name we greet with, if the server wants our real one.
    pub hello_name: Option<String>,
}

/// How a connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Begun in the clear, then encrypted before anything private is said; refused otherwise.
    StartTls,
    /// Encrypted from the first byte.
    Tls,
    /// Not at all: to this machine only.
    None,
}

/// A user and a password.
#[derive(Clone)]
pub struct Login {
    /// The user.
    pub user: String,
    /// The password.
    pub password: String,
}

/// Shows neither.
impl std::fmt::Debug for Login {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Login(…)")
    }
}

impl SmtpRelay {
    /// The relay of these settings; connects to nothing yet.
    pub fn new(settings: RelaySettings) -> Result<Self, RelayFault> {
        let tls = match settings.security {
            Security::None if is_this_machine(&settings.host) => None,
            Security::None => return Err(RelayFault::Unencrypted),
            Security::StartTls | Security::Tls => {
                Some(Tls::new(&settings.host, settings.extra_root_certificate.as_deref())?)
            }
        };
        if settings.hello_name.as_deref().is_some_and(|name| !is_name(name)) {
            return Err(RelayFault::HelloName);
        }
        Ok(Self {
            host: settings.host,
            port: settings.port,
            security: settings.security,
            tls,
            login: settings.login,
            hello_name: settings.hello_name,
            limits: settings.limits,
            permits: Semaphore::new(settings.connections.clamp(1, Semaphore::MAX_PERMITS)),
            resting: Mutex::default(),
        })
    }
}

/// A host name, or a network address in brackets.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
