/// The step of handing a mail over at which it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Before the server said anything.
    Connection,
    /// Its greeting.
    Greeting,
    /// EHLO or HELO.
    Hello,
    /// STARTTLS and the handshake.
    Encryption,
    /// AUTH.
    Login,
    /// Before MAIL FROM: the server does not offer what this mail needs.
    Lacks(Extension),
    /// MAIL FROM.
    Sender,
    /// RCPT TO.
    Recipient,
    /// DATA, before the mail.
    Data,
    /// The end of the mail.
    Content,
}

/// What a mail may need of a mail server beyond plain SMTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extension {
    /// SMTPUTF8 (RFC 6531), for an address with letters beyond ASCII before the `@`.
    Utf8,
    /// Room for a mail of its size (RFC 1870).
    Size,
}

/// Why a mail was not taken: an answer of a mail server, or what kept us from hearing one.
#[derive(Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The step at which it failed.
    pub stage: Stage,
    /// The reply code, where the server gave one.
    pub code: Option<u16>,
    /// The server's words, an enhanced code among them, or what went wrong.
    pub words: String,
}

impl Rejection {
    /// Code and words in one line, as they are kept with the delivery.
    #[must_use]
    pub fn reply(&self) -> String {
        match self.code {
            Some(code) => format!("{code} {}", self.words).trim_end().to_owned(),
            None => self.words.clone(),
        }
    }

    /// The enhanced code, wherever in the words it stands: qmail writes `(#5.1.1)` at the end.
    #[must_use]
    pub fn enhanced(&self) -> Option<EnhancedCode> {
        let class = self.code? / 100;
        let words = self.words.split_whitespace();
        let first = words.clone().next().and_then(EnhancedCode::parse);
        let agrees = |found: &EnhancedCode| found.class == class;
        first.or_else(|| words.filter_map(EnhancedCode::parse).find(agrees))
    }
}

/// Shows no words: they may name an address.
impl std::fmt::Debug for Rejection {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Rejection")
            .field("stage", &self.stage)
            .field("code", &self.code)
            .finish_non_exhaustive()
    }
}

/// An enhanced status code (RFC 3463).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EnhancedCode {
    /// 4 for now, 5 for good. The reply code decides where the two disagree.
    pub class: u16,
    /// What it is about: addresses, mailboxes, systems, networks, protocol, content, security.
    pub subject: u16,
    /// What exactly.
    pub detail: u16,
}

impl EnhancedCode {
    /// The code in this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.trim_matches(|character: char| !character.is_ascii_digit());
        let mut numbers = word.split('.').map(|number| match number.len() {
            1..=3 => number.parse::<u16>().ok(),
            _ => None,
        });
        let (class, subject, detail) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let is_one = numbers.next().is_none() && matches!(class, 2 | 4 | 5);
        is_one.then_some(Self { class, subject, detail })
    }
}
