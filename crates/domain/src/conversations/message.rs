use crate::allowance::Allowance;
use crate::invalid::{Field, Invalid, Problem};
use crate::{Refusal, Span, Timestamp};

/// Messages one person may send.
pub const MESSAGES_BY_PERSON: Allowance = Allowance { name: "messages by person", count: 30, period: Span::minutes(1) };

/// Deleting a message can be undone for this long; then its text is wiped.
pub const UNDO_DELETING: Span = Span::minutes(1);

/// Whether a message that was deleted then can still be restored.
pub fn may_restore(deleted_at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if now - deleted_at <= UNDO_DELETING { Ok(()) } else { Err(Refusal::TooLate) }
}

/// What an entry of a conversation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// What somebody wrote.
    Message,
    /// A line: its author accepted the invitation.
    Joined,
}

/// Where a message came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A page of the site.
    Site,
    /// The API.
    Api,
    /// A mail.
    Mail,
}

/// What a person wrote, in Markdown: 1 to 20,000 characters.
#[derive(Clone, PartialEq, Eq)]
pub struct MessageText(String);

impl MessageText {
    /// The longest message, in characters.
    pub const LONGEST: usize = 20_000;

    /// The text without the empty lines around it, with Unix line ends.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.replace("\r\n", "\n");
        let text = text.trim_matches(['\n', '\r']).trim_end();
        let problem = if text.trim().is_empty() {
            Problem::Empty
        } else if text.chars().count() > Self::LONGEST {
            Problem::TooLong { most: Self::LONGEST }
        } else if text.contains('\0') {
            // PostgreSQL has no NUL in text.
            Problem::Malformed
        } else {
            return Ok(Self(text.to_owned()));
        };
        Err(Invalid::new(Field::Text, problem))
    }

    /// The Markdown source.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Private text does not go to a log.
impl std::fmt::Debug for MessageText {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "MessageText({} bytes)", self.0.len())
    }
}

/// The key that makes a retry harmless: chosen by the sender, unique per author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientId(String);

impl ClientId {
    /// 1 to 64 visible ASCII characters.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let problem = if text.is_empty() {
            Problem::Empty
        } else if text.len() > 64 {
            Problem::TooLong { most: 64 }
        } else if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Problem::Malformed
        } else {
            return Ok(Self(text.to_owned()));
        };
        Err(Invalid::new(Field::ClientId, problem))
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::MessageText;

    #[test]
    fn a_message_of_white_space_is_empty() {
        assert!(MessageText::parse(" \r\n\t ").is_err());
    }

    #[test]
    fn the_indent_of_a_first_line_of_code_is_kept() {
        assert_eq!(MessageText::parse("\n    code\r\nend \n").expect("a text").as_str(), "    code\nend");
    }
}
