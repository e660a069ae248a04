//! What a relay has to be told, checked when the program starts.

use super::{RelayFault, SmtpRelay};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::Semaphore;

/// How to reach a mail server.
#[derive(Debug, Clone)]
pub struct RelaySettings {
    /// Its name, which its certificate has to bear.
    pub host: String,
    /// Its port: 587 with STARTTLS, 465 with TLS.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// Who we are there, if it asks.
    pub login: Option<Login>,
    /// How many connections may be open at once; at least one.
    pub connections: usize,
    /// The longest wait for a connection, and then for the handing over of one mail.
    pub timeout: Duration,
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
                Some(tls(&settings.host, settings.extra_root_certificate.as_deref())?)
            }
        };
        Ok(Self {
            host: settings.host,
            port: settings.port,
            security: settings.security,
            tls,
            credentials: settings.login.map(|login| Credentials::new(login.user, login.password)),
            hello_name: settings.hello_name.map_or_else(ClientId::default, ClientId::Domain),
            timeout: settings.timeout,
            permits: Semaphore::new(settings.connections.clamp(1, Semaphore::MAX_PERMITS)),
            resting: Mutex::default(),
        })
    }
}

fn tls(host: &str, extra_root_certificate: Option<&Path>) -> Result<TlsParameters, RelayFault> {
    let mut parameters = TlsParameters::builder(host.to_owned());
    if let Some(path) = extra_root_certificate {
        let pem = std::fs::read(path).map_err(|fault| RelayFault::CertificateUnread(path.to_owned(), fault))?;
        let certificate = Certificate::from_pem(&pem).map_err(|_| RelayFault::NoCertificate(path.to_owned()))?;
        parameters = parameters.add_root_certificate(certificate);
    }
    parameters.build().map_err(|_| RelayFault::Tls)
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
