use snug_domain::communities::Community;
use snug_domain::{DeliveryId, Span};
use snug_mail::{DkimKey, Secret, bounce_address};

/// How Snug is set up.
#[derive(Debug)]
pub struct Settings {
    /// The key of all links and tokens.
    pub secret: Secret,
    /// `https`, or `http` on localhost.
    pub scheme: &'static str,
    /// The port people see, where it is not the scheme's own.
    pub port: Option<u16>,
    /// Keys that sign the mail of their domains.
    pub dkim: Vec<DkimKey>,
    /// How often the digest looks for unread messages.
    pub digest_window: Span,
    /// Whether people are held to the limits; off only to measure how fast it is.
    pub limits: bool,
    /// How much work a password is.
    pub password_cost: PasswordCost,
}

/// How much work it is to check one password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordCost {
    /// As OWASP recommends for argon2id: 19 MiB, two passes.
    Full,
    /// Next to nothing, for tests.
    Least,
}

impl Settings {
    /// The address of a page of a community.
    #[must_use]
    pub fn url(&self, community: &Community, path: &str) -> String {
        let port = self.port.map(|port| format!(":{port}")).unwrap_or_default();
        format!("{}://{}{port}{path}", self.scheme, community.host)
    }

    /// Where a bounce of this delivery goes.
    pub(crate) fn envelope_sender(&self, community: &Community, delivery: DeliveryId) -> String {
        bounce_address(&self.secret, delivery, &community.mail_domain)
    }

    /// The key that signs the mail of a community, if there is one.
    pub(crate) fn dkim_key(&self, community: &Community) -> Option<&DkimKey> {
        self.dkim.iter().find(|key| key.domain() == community.mail_domain)
    }
}
