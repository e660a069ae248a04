/// A fault of our own set-up, which only an operator can mend. No recipient is blamed for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SetupFault {
    /// The mail server is not there, or does not talk to us.
    Unreachable,
    /// There is no encryption, or nobody vouches for the server.
    Encryption,
    /// The name we greet with is not accepted.
    Hello,
    /// User and password are missing, or not accepted.
    Login,
    /// The server does not carry mail on for us.
    Relay,
    /// Our sender addresses are not accepted.
    Sender,
    /// SPF, DKIM, DMARC or the reverse name of our address do not hold.
    Authentication,
    /// The server does not offer SMTPUTF8, which some addresses need.
    Utf8,
    /// The server takes no mails as large as some of ours.
    Size,
    /// Our address or domain is on a block list.
    Reputation,
    /// We sent as much as we may.
    Limit,
    /// Our mails are refused for what they are, by a policy or a filter.
    Policy,
    /// The server does not understand what we say.
    Protocol,
    /// The server is out of order.
    Server,
}

impl SetupFault {
    /// Every fault.
    pub const ALL: [Self; 14] = [
        Self::Unreachable,
        Self::Encryption,
        Self::Hello,
        Self::Login,
        Self::Relay,
        Self::Sender,
        Self::Authentication,
        Self::Utf8,
        Self::Size,
        Self::Reputation,
        Self::Limit,
        Self::Policy,
        Self::Protocol,
        Self::Server,
    ];

    /// The word for it in logs and metrics.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Encryption => "encryption",
            Self::Hello => "hello",
            Self::Login => "login",
            Self::Relay => "relay",
            Self::Sender => "sender",
            Self::Authentication => "authentication",
            Self::Utf8 => "utf8",
            Self::Size => "size",
            Self::Reputation => "reputation",
            Self::Limit => "limit",
            Self::Policy => "policy",
            Self::Protocol => "protocol",
            Self::Server => "server",
        }
    }

    /// What is wrong and where to look, for the operator.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Unreachable => {
                "the mail server cannot be reached or refuses the connection; check mail.host, \
                mail.port and the firewall"
            }
            Self::Encryption => {
                "no trusted encryption to the mail server; check mail.security, mail.port and its \
                certificate"
            }
            Self::Hello => "the mail server does not accept the name we greet with; set mail.hello_name",
            Self::Login => "the mail server wants a login or does not accept ours; check mail.user and the password",
            Self::Relay => "the mail server does not relay our mail; check the login, or have it allow this machine",
            Self::Sender => {
                "our sender addresses are not accepted; check that the mail server may send for the mail \
                domain"
            }
            Self::Authentication => {
                "our mail fails SPF, DKIM, DMARC or reverse DNS; check the records of the mail \
                domain"
            }
            Self::Utf8 => {
                "the mail server does not offer SMTPUTF8, which addresses with letters beyond ASCII need; \
                turn it on there, or use a mail server that has it"
            }
            Self::Size => "the mail server takes no mails as large as ours; raise its limit",
            Self::Reputation => "our address or domain is on a block list; ask the provider, or the list",
            Self::Limit => "the sending limit at the mail server is used up; ask the provider for more",
            Self::Policy => "our mails are refused by a policy or filter; read the replies kept with the deliveries",
            Self::Protocol => {
                "the mail server does not understand us; check that mail.host and mail.port are a mail \
                server"
            }
            Self::Server => "the mail server says that it is out of order; ask its operator",
        }
    }

    /// Whether any mail that is taken shows that it is mended. The others may concern a single recipient's server.
    #[must_use]
    pub const fn stops_every_mail(self) -> bool {
        matches!(self, Self::Unreachable | Self::Encryption | Self::Hello | Self::Login)
    }
}
