use snug_domain::people::Handle;
use snug_domain::{Invalid, Refusal, Timestamp};
use snug_store::Unique;

/// Why something was not done, by what the caller must do about it. Each door translates it once.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or one may not know that there is.
    #[error("not found")]
    NotFound,
    /// The rules forbid it.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// Some of several people cannot be asked, each for a reason of their own.
    #[error("some people cannot be asked")]
    CannotAsk(Vec<(Handle, Refusal)>),
    /// Something typed cannot be taken.
    #[error("invalid input")]
    Invalid(Vec<Invalid>),
    /// The key of an earlier request came again with another content.
    #[error("the client id was used for something else")]
    Conflict,
    /// The address and password do not belong together.
    #[error("wrong address or password")]
    WrongCredentials,
    /// Too often.
    #[error("too often")]
    TooMany {
        /// When to try again.
        retry_at: Timestamp,
    },
    /// Too much to do just now; the same again later works.
    #[error("busy")]
    Busy,
    /// The database cannot be reached; the same again later works.
    #[error("the database cannot be reached")]
    Unavailable,
    /// The database can be read and not written: a full disk, a server that is read-only.
    #[error("nothing can be saved")]
    CannotSave,
    /// A fault of ours.
    #[error("internal fault")]
    Internal(#[source] anyhow::Error),
}

impl Error {
    /// Whether the database is away, full or overloaded. The store has logged that already, once.
    #[must_use]
    pub const fn is_outage(&self) -> bool {
        matches!(self, Self::Busy | Self::Unavailable | Self::CannotSave)
    }
}

impl From<snug_store::Error> for Error {
    fn from(error: snug_store::Error) -> Self {
        match error {
            snug_store::Error::Overloaded => Self::Busy,
            snug_store::Error::Unavailable(_) | snug_store::Error::Damaged(_) => Self::Unavailable,
            snug_store::Error::Unwritable(_) => Self::CannotSave,
            conflict if conflict.doubled() == Some(Unique::ClientId) => Self::Conflict,
            other => Self::Internal(other.into()),
        }
    }
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(vec![invalid])
    }
}

/// All values, or all that is wrong with them: a form is told everything at once.
pub(crate) fn all_valid<const N: usize>(checks: [Result<(), Invalid>; N]) -> Result<(), Error> {
    let faults: Vec<_> = checks.into_iter().filter_map(Result::err).collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}
