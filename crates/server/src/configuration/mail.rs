use super::Fault;
use super::written::{self, Security};
use snug_app::DkimKey;
use snug_smtp::{Login, MailFolder, Outlet, RelaySettings, SmtpRelay, TimeLimits};
use std::fs;
use std::num::{NonZeroU32, NonZeroUsize};
use std::path::{Path, PathBuf};
use std::time::Duration;

const CONNECTIONS: usize = 4;
const TIMEOUT_SECONDS: u32 = 30;

/// Where mail goes, and the keys it is signed with.
#[derive(Debug)]
pub struct Mail {
    pub(super) way: Way,
    pub(super) dkim: Vec<DkimFile>,
}

/// The way mail takes.
#[derive(Debug)]
pub(super) enum Way {
    /// A server carries it on.
    Server(Box<RelaySettings>),
    /// It stays in a folder.
    Folder(PathBuf),
    /// Not said: good enough for commands that send none.
    Unknown,
}

/// Where the key of a domain is.
#[derive(Debug)]
pub(super) struct DkimFile {
    domain: String,
    selector: String,
    key_file: PathBuf,
}

impl Mail {
    /// Opens the way that mail takes; connects to nothing yet.
    pub fn outlet(&self) -> Result<Outlet, Fault> {
        match &self.way {
            Way::Server(settings) => {
                let relay = SmtpRelay::new((**settings).clone()).map_err(|fault| Fault::new("mail", fault))?;
                Ok(Outlet::Smtp(Box::new(relay)))
            }
            Way::Folder(path) => {
                MailFolder::open(path).map(Outlet::Folder).map_err(|fault| Fault::new("mail.folder", fault))
            }
            Way::Unknown => Err(Fault::new("mail", "no mail server configured: set mail.host, or mail.folder")),
        }
    }
}

impl Mail {
    /// Whether a server carries it on.
    #[must_use]
    pub const fn goes_to_a_server(&self) -> bool {
        matches!(self.way, Way::Server(_))
    }

    /// The folder it stays in, if it does.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        match &self.way {
            Way::Folder(folder) => Some(folder),
            _ => None,
        }
    }

    /// Reads the keys; each is one that works, or what is wrong with it.
    pub fn dkim_keys(&self) -> impl Iterator<Item = Result<DkimKey, Fault>> {
        self.dkim.iter().map(DkimFile::read)
    }
}

impl DkimFile {
    /// Where the key is.
    pub(super) fn file(&self) -> &Path {
        &self.key_file
    }

    /// Reads the key.
    pub(super) fn read(&self) -> Result<DkimKey, Fault> {
        let pem = read_text("mail.dkim", &self.key_file)?;
        DkimKey::from_pem(&self.domain, &self.selector, &pem)
            .map_err(|fault| Fault::new(format!("mail.dkim, {}", self.key_file.display()), fault))
    }
}

impl From<&written::Dkim> for DkimFile {
    fn from(written: &written::Dkim) -> Self {
        let written::Dkim { domain, selector, key_file } = written;
        Self { domain: domain.to_lowercase(), selector: selector.clone(), key_file: key_file.clone() }
    }
}

/// The way that was written.
pub(super) fn way(written: written::Mail) -> Result<Way, Fault> {
    match (&written.host, &written.folder) {
        (Some(_), Some(_)) => Err(Fault::new("mail", "host and folder are both set: set only one")),
        (None, Some(folder)) => Ok(Way::Folder(folder.clone())),
        (None, None) => Ok(Way::Unknown),
        (Some(host), None) => relay(host.clone(), written).map(|settings| Way::Server(Box::new(settings))),
    }
}

fn relay(host: String, written: written::Mail) -> Result<RelaySettings, Fault> {
    let security = match written.security.unwrap_or(Security::Tls) {
        Security::StartTls => snug_smtp::Security::StartTls,
        Security::Tls => snug_smtp::Security::Tls,
        Security::None => snug_smtp::Security::None,
    };
    let usual_port = match security {
        snug_smtp::Security::StartTls => 587,
        snug_smtp::Security::Tls => 465,
        snug_smtp::Security::None => 25,
    };
    let timeout_seconds = written.timeout_seconds.map_or(TIMEOUT_SECONDS, NonZeroU32::get);
    Ok(RelaySettings {
        host,
        port: written.port.unwrap_or(usual_port),
        security,
        login: login(&written)?,
        connections: written.connections.map_or(CONNECTIONS, NonZeroUsize::get),
        limits: TimeLimits::rfc5321(Duration::from_secs(timeout_seconds.into())),
        extra_root_certificate: written.extra_root_certificate,
        hello_name: written.hello_name,
    })
}

fn login(written: &written::Mail) -> Result<Option<Login>, Fault> {
    let password = match (&written.password, &written.password_file) {
        (Some(_), Some(_)) => {
            return Err(Fault::new("mail", "password and password_file are both set: set only one"));
        }
        (Some(password), None) => Some(password.reveal().to_owned()),
        (None, Some(file)) => Some(read_text("mail.password_file", file)?.trim_end().to_owned()),
        (None, None) => None,
    };
    match (written.user.clone(), password) {
        (Some(user), Some(password)) => Ok(Some(Login { user, password })),
        (None, None) => Ok(None),
        (Some(_), None) => {
            Err(Fault::new("mail.password", "user is set, but no password: set mail.password or mail.password_file"))
        }
        (None, Some(_)) => Err(Fault::new("mail.user", "a password is set, but no user: set mail.user")),
    }
}

fn read_text(key: &str, path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|fault| Fault::new(format!("{key}, {}", path.display()), fault))
}
