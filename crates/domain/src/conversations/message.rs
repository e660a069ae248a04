use crate::allowance::Allowance;
use crate::invalid::{Field, Invalid, Problem};
use crate::visible::has_visible;
use crate::{PersonId, Refusal, Span, Timestamp};
use uuid::Uuid;

/// Messages one person may send.
pub const MESSAGES_BY_PERSON: Allowance = Allowance { name: "messages by person", count: 30, period: Span::minutes(1) };

/// Deleting a message can be undone for this long; then its text is wiped.
pub const UNDO_DELETING: Span = Span::minutes(1);

/// Whether a message that was deleted then can still be restored.
pub fn may_restore(deleted_at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if now - deleted_at <= UNDO_DELETING { Ok(()) } else { Err(Refusal::TooLate) }
}

/// Kibibytes that the large messages of one person may fill.
pub const KIBIBYTES_BY_PERSON: Allowance =
    Allowance { name: "kibibytes by person", count: 8 * 1_024, period: Span::days(1) };

/// A message of more bytes than this, with all that is kept of it, is a large one. The others are
/// bounded by their number.
pub const LARGE_BYTES: usize = 4 * 1_024;

/// What an entry of a conversation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// What somebody wrote.
    Message,
    /// A line: its author began the conversation.
    Started,
    /// A line: its author accepted the invitation of its subject.
    Joined,
    /// A line: its author left.
    Left,
    /// A line: its author left, and is back.
    Returned,
    /// A line: its author asked its subject, and maybe others, to take part; with what was [`Added`].
    Invited,
    /// A line: its author took the invitation of its subject back.
    Uninvited,
    /// A line: its author took its subject out.
    Removed,
    /// A line: its author gave the conversation another title, or took it away.
    Renamed,
    /// A line: its author made its subject a host.
    MadeHost,
    /// A line: its author made its subject, or themself, a host no more.
    UnmadeHost,
    /// A line: its author became a host, because the last one left.
    BecameHost,
    /// A line: its subject, who became a host because its author left, is none any more, because they are back.
    GaveHostBack,
    /// A line: its author let everyone add people.
    EveryoneAdds,
    /// A line: its author lets only hosts add people.
    HostsAdd,
    /// A line of two who talk: its author began a conversation of more people from there; with its id.
    Continued,
}

impl EntryKind {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Message,
        Self::Started,
        Self::Joined,
        Self::Left,
        Self::Returned,
        Self::Invited,
        Self::Uninvited,
        Self::Removed,
        Self::Renamed,
        Self::MadeHost,
        Self::UnmadeHost,
        Self::BecameHost,
        Self::GaveHostBack,
        Self::EveryoneAdds,
        Self::HostsAdd,
        Self::Continued,
    ];
}

/// What somebody who is added sees of what was said before, as a line tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// Everything.
    All,
    /// From an earlier entry on: its number.
    From(i64),
    /// Nothing: from the message they were asked with on.
    Now,
}

impl History {
    /// As it stands with a line.
    #[must_use]
    pub fn write(self) -> String {
        match self {
            Self::All => String::from("all"),
            Self::From(sequence) => sequence.to_string(),
            Self::Now => String::from("now"),
        }
    }

    /// What stands with a line.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "all" => Some(Self::All),
            "now" => Some(Self::Now),
            number => number.parse().ok().map(Self::From),
        }
    }
}

/// Whom else than its subject a line says that its author asked, and what all of them see of what was said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// What they see.
    pub history: History,
    /// The others, in the order in which they were named.
    pub also: Vec<PersonId>,
}

impl Added {
    /// As it stands with a line.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = self.history.write();
        for person in &self.also {
            text.push(' ');
            text.push_str(&person.to_string());
        }
        text
    }

    /// What stands with a line.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let history = History::read(words.next()?)?;
        let also = words.map(|word| Uuid::parse_str(word).ok().map(PersonId)).collect::<Option<_>>()?;
        Some(Self { history, also })
    }
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

/// What a person wrote, in Markdown: 1 to 20,000 characters, of which one shows at least.
#[derive(Clone, PartialEq, Eq)]
pub struct MessageText(String);

impl MessageText {
    /// The longest message, in characters.
    pub const LONGEST: usize = 20_000;

    /// The text without the empty lines around it, with Unix line ends.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.replace("\r\n", "\n");
        let text = text.trim_matches(['\n', '\r']).trim_end();
        let problem = if !has_visible(text) {
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
    use super::{Added, History, MessageText};
    use crate::PersonId;
    use uuid::Uuid;

    #[test]
    fn what_a_line_says_of_those_added_is_read_as_it_was_written() {
        for (history, also) in [(History::All, 0), (History::From(7), 1), (History::Now, 49)] {
            let also = (0..also).map(|number| PersonId(Uuid::from_u128(number))).collect();
            let added = Added { history, also };
            assert_eq!(Added::read(&added.write()), Some(added));
        }
        for text in ["", "some", "all ", "all ben", "now  "] {
            assert_eq!(Added::read(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_message_of_white_space_is_empty() {
        assert!(MessageText::parse(" \r\n\t ").is_err());
    }

    #[test]
    fn a_message_that_shows_nothing_is_empty_and_joiners_inside_words_stay() {
        for text in
            ["\u{200b}", "\u{3164}\u{ffa0}", "\u{2800}", "\u{ad} \u{2060}", "\u{301}\u{302}", "\u{e0041}", "\u{200d}"]
        {
            assert!(MessageText::parse(text).is_err(), "{text:?}");
        }
        for text in ["می\u{200c}خواهم", "👩\u{200d}👧", "e\u{301}", "."] {
            assert_eq!(MessageText::parse(text).expect("a text").as_str(), text);
        }
    }

    #[test]
    fn the_indent_of_a_first_line_of_code_is_kept() {
        assert_eq!(MessageText::parse("\n    code\r\nend \n").expect("a text").as_str(), "    code\nend");
    }
}
