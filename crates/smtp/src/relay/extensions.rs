use super::reply::Reply;

/// What a server can do beyond plain SMTP, as it says itself.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Extensions {
    pub start_tls: bool,
    pub eight_bit: bool,
    pub utf8: bool,
    /// Whether it wants to know how large a mail is.
    pub size: bool,
    /// The largest mail it takes, where it says so.
    pub largest: Option<usize>,
    pub plain: bool,
    pub login: bool,
}

impl Extensions {
    /// Those in the answer to EHLO, whose first line is a greeting.
    pub(super) fn of(reply: &Reply) -> Self {
        let mut found = Self::default();
        for line in reply.lines.iter().skip(1) {
            // Some old servers write `AUTH=LOGIN`.
            let line = line.to_ascii_uppercase().replace('=', " ");
            let mut words = line.split_whitespace();
            match words.next() {
                Some("STARTTLS") => found.start_tls = true,
                Some("8BITMIME") => found.eight_bit = true,
                Some("SMTPUTF8") => found.utf8 = true,
                Some("SIZE") => {
                    found.size = true;
                    found.largest = words.next().and_then(|size| size.parse().ok()).filter(|size| *size > 0);
                }
                Some("AUTH") => {
                    for mechanism in words {
                        found.plain |= mechanism == "PLAIN";
                        found.login |= mechanism == "LOGIN";
                    }
                }
                _ => {}
            }
        }
        found
    }
}
