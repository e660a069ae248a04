//! What a personal token of the API lets its holder do, and for how long.

use crate::invalid::{Field, Invalid, Problem};
use crate::{Refusal, Span};

/// What a token was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Reading.
    Read,
    /// Reading, and writing in its owner's name.
    ReadWrite,
}

/// What a request needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It changes nothing.
    Read,
    /// It changes something.
    Write,
    /// It is about what opens the account: password, sessions, tokens, address. Whoever finds a token must not be
    /// able to keep the account, nor to make the next token.
    Account,
}

impl Scope {
    /// Whether a token of this scope will do.
    pub const fn allows(self, access: Access) -> Result<(), Refusal> {
        match (self, access) {
            (_, Access::Account) => Err(Refusal::NotForTokens),
            (Self::Read, Access::Write) => Err(Refusal::ReadOnlyToken),
            (Self::Read, Access::Read) | (Self::ReadWrite, Access::Read | Access::Write) => Ok(()),
        }
    }
}

/// The longest a token with an end can work, in days.
pub const MOST_DAYS: i64 = 3_650;
/// An expired token is listed so long, for its owner to see why a program stopped.
pub const EXPIRED_LISTED: Span = Span::days(30);

/// How long a new token works.
pub fn parse_days(days: i64) -> Result<Span, Invalid> {
    if (1..=MOST_DAYS).contains(&days) {
        Ok(Span::days(days))
    } else {
        Err(Invalid::new(Field::ExpiresInDays, Problem::Malformed))
    }
}

#[cfg(test)]
mod tests {
    use super::{Access, Scope};
    use crate::Refusal;

    #[test]
    fn a_token_does_what_its_scope_says_and_never_concerns_the_account() {
        assert_eq!(Scope::Read.allows(Access::Read), Ok(()));
        assert_eq!(Scope::Read.allows(Access::Write), Err(Refusal::ReadOnlyToken));
        assert_eq!(Scope::ReadWrite.allows(Access::Read), Ok(()));
        assert_eq!(Scope::ReadWrite.allows(Access::Write), Ok(()));
        for scope in [Scope::Read, Scope::ReadWrite] {
            assert_eq!(scope.allows(Access::Account), Err(Refusal::NotForTokens));
        }
    }
}
