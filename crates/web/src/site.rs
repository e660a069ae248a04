use crate::ClientAddress;
use snug_app::{App, Clock};
use std::path::PathBuf;
use tokio_util::sync::CancellationToken;

/// What the site needs to answer: handed over once, when the program starts.
#[derive(Clone)]
pub struct Site {
    /// What people do.
    pub app: App,
    /// What time it is.
    pub clock: Clock,
    /// Set in the demo.
    pub demo: Option<Demo>,
    /// Where the network address of a browser is read from.
    pub client_address: ClientAddress,
    /// Cancelled when the program stops: open streams end.
    pub stopping: CancellationToken,
}

/// What only the demo has.
#[derive(Debug, Clone)]
pub struct Demo {
    /// The folder that mails are put into instead of being sent.
    pub mails: PathBuf,
}

impl Site {
    /// Whether pages are served over https, so that cookies may be kept to it.
    pub(crate) fn is_secure(&self) -> bool {
        self.app.settings().scheme == "https"
    }
}
