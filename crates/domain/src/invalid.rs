//! What a person typed that cannot be taken, field by field.

use crate::colour::Colour;
use crate::visible::{has_visible, is_legible_line};

/// A field of a form, an API body or a command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// A person's name, or a community's.
    Name,
    /// The short name in addresses of pages: `ana`.
    Handle,
    /// The line about oneself.
    About,
    /// An e-mail address.
    Address,
    /// A password.
    Password,
    /// The password in use until now.
    CurrentPassword,
    /// The text of a message.
    Text,
    /// The key that makes a retry harmless.
    ClientId,
    /// A language.
    Language,
    /// Light, dark or as the device says.
    Theme,
    /// The message that one answers.
    InReplyTo,
    /// A time zone.
    TimeZone,
    /// A person to write to.
    To,
    /// The title of a conversation.
    Title,
    /// What is seen of what was said before.
    History,
    /// A host name.
    Host,
    /// A place in a list.
    Cursor,
    /// How many to return.
    Limit,
    /// What a token of the API lets its holder do.
    Scope,
    /// How long a token of the API works.
    ExpiresInDays,
    /// The accent of a community.
    Accent,
    /// The logo of a community.
    Logo,
    /// The sentence on a community's home page.
    Sentence,
}

impl Field {
    /// The name in forms and in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Handle => "handle",
            Self::About => "about",
            Self::Address => "address",
            Self::Password => "password",
            Self::CurrentPassword => "current_password",
            Self::Text => "text",
            Self::ClientId => "client_id",
            Self::Language => "language",
            Self::Theme => "theme",
            Self::InReplyTo => "in_reply_to",
            Self::TimeZone => "time_zone",
            Self::To => "to",
            Self::Title => "title",
            Self::History => "history",
            Self::Host => "host",
            Self::Cursor => "cursor",
            Self::Limit => "limit",
            Self::Scope => "scope",
            Self::ExpiresInDays => "expires_in_days",
            Self::Accent => "accent",
            Self::Logo => "logo",
            Self::Sentence => "sentence",
        }
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Problem {
    /// Nothing there.
    Empty,
    /// Fewer characters than `least`.
    TooShort {
        /// The fewest characters that will do.
        least: usize,
    },
    /// More characters than `most`.
    TooLong {
        /// The most characters that will do.
        most: usize,
    },
    /// Not of the form the field has.
    Malformed,
    /// Characters in it that nobody sees, or that leave its line.
    Invisible,
    /// Somebody else has it.
    Taken,
    /// It would speak for the community, or is a word of the site.
    Reserved,
    /// A name that holds somebody's handle, or what looks like one.
    HoldsHandle,
    /// Not what it should be: the password in use is another.
    Wrong,
    /// Nothing the actor could know of: a message they cannot see.
    NotFound,
    /// A password that is guessed easily.
    TooCommon,
    /// There are enough of them already.
    TooMany {
        /// The most there can be.
        most: i64,
    },
    /// A colour that is not read on paper, or does not carry white text.
    TooFaint {
        /// The nearest that does both.
        passes: Colour,
    },
    /// A file that is too large to be read.
    TooHeavy {
        /// The most bytes it may have.
        most: usize,
    },
    /// A drawing, which could hold scripts and lead elsewhere.
    IsSvg,
    /// No picture of a kind that is taken, or a damaged one.
    NotAPicture,
    /// A picture with an edge that is too short or too long.
    WrongSize {
        /// The shortest edge, in pixels.
        least: u32,
        /// The longest edge, in pixels.
        most: u32,
    },
    /// A picture that is far wider than high, or the other way round.
    NotSquare,
}

impl Problem {
    /// A stable word for the API and for the texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooShort { .. } => "too-short",
            Self::TooLong { .. } => "too-long",
            Self::Malformed => "malformed",
            Self::Invisible => "invisible",
            Self::Taken => "taken",
            Self::Reserved => "reserved",
            Self::HoldsHandle => "holds-handle",
            Self::Wrong => "wrong",
            Self::NotFound => "not-found",
            Self::TooCommon => "too-common",
            Self::TooMany { .. } => "too-many",
            Self::TooFaint { .. } => "too-faint",
            Self::TooHeavy { .. } => "too-heavy",
            Self::IsSvg => "is-svg",
            Self::NotAPicture => "not-a-picture",
            Self::WrongSize { .. } => "wrong-size",
            Self::NotSquare => "not-square",
        }
    }
}

/// One field that cannot be taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}: {}", field.name(), problem.code())]
pub struct Invalid {
    /// Which field.
    pub field: Field,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Invalid {
    /// This field has this problem.
    #[must_use]
    pub const fn new(field: Field, problem: Problem) -> Self {
        Self { field, problem }
    }
}

/// The text without the white space around it, if it has between `least` and `most` characters
/// and everything in it shows. What shows nothing at all is empty.
pub(crate) fn line(field: Field, text: &str, least: usize, most: usize) -> Result<String, Invalid> {
    let text = if has_visible(text) { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { String::new() };
    let length = text.chars().count();
    let problem = if length == 0 && least > 0 {
        Problem::Empty
    } else if length < least {
        Problem::TooShort { least }
    } else if length > most {
        Problem::TooLong { most }
    } else if !is_legible_line(&text) {
        Problem::Invisible
    } else {
        return Ok(text);
    };
    Err(Invalid::new(field, problem))
}
