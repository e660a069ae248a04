//! Passwords, sessions and links: how long each lasts and how often each may be asked for.

use crate::Span;
use crate::allowance::Allowance;
use crate::invalid::{Field, Invalid, Problem};

/// A session ends this long after it was last used.
pub const SESSION_LASTS: Span = Span::days(60);
/// A sign-up waits this long for its address to be confirmed.
pub const SIGN_UP_LASTS: Span = Span::days(2);

/// What a link in a mail that works once is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPurpose {
    /// It signs in.
    SignIn,
    /// It lets one choose a new password.
    ResetPassword,
}

impl LinkPurpose {
    /// How long such a link works.
    #[must_use]
    pub const fn lasts(self) -> Span {
        match self {
            Self::SignIn => Span::minutes(30),
            Self::ResetPassword => Span::hours(2),
        }
    }
}

/// Attempts to sign in with one address.
pub const SIGN_IN_BY_ADDRESS: Allowance =
    Allowance { name: "sign-in by address", count: 10, period: Span::minutes(15) };
/// Attempts to sign in from one network address.
pub const SIGN_IN_BY_CLIENT: Allowance = Allowance { name: "sign-in by client", count: 60, period: Span::minutes(15) };
/// Sign-ups from one network address.
pub const SIGN_UP_BY_CLIENT: Allowance = Allowance { name: "sign-up by client", count: 20, period: Span::hours(1) };
/// Mails to one address that anybody may cause: sign-ups, links, resets.
pub const ACCOUNT_MAILS: Allowance = Allowance { name: "account mails to address", count: 5, period: Span::hours(1) };

/// A password that may be chosen: 10 to 200 characters, and not among the first guesses.
///
/// Length over composition, as NIST SP 800-63B asks.
pub fn check_password(password: &str, name: &str, address: &str) -> Result<(), Invalid> {
    const LEAST: usize = 10;
    const MOST: usize = 200;
    let length = password.chars().count();
    let problem = if length == 0 {
        Problem::Empty
    } else if length < LEAST {
        Problem::TooShort { least: LEAST }
    } else if length > MOST {
        Problem::TooLong { most: MOST }
    } else if is_common(password, name, address) {
        Problem::TooCommon
    } else {
        return Ok(());
    };
    Err(Invalid::new(Field::Password, problem))
}

fn is_common(password: &str, name: &str, address: &str) -> bool {
    // The first of every list of leaked passwords that are long enough to pass otherwise.
    const LEAKED: [&str; 16] = [
        "password12",
        "password123",
        "password1234",
        "1234567890",
        "12345678910",
        "0123456789",
        "qwertyuiop",
        "qwerty12345",
        "1q2w3e4r5t",
        "1qaz2wsx3edc",
        "iloveyou123",
        "letmein1234",
        "welcome123",
        "football123",
        "administrator",
        "changeme123",
    ];
    let password = password.to_lowercase();
    let mut characters = password.chars();
    let first = characters.next();
    let one_character = characters.all(|character| Some(character) == first);
    let own = [name, address].into_iter().any(|own| own.to_lowercase() == password);
    one_character || own || LEAKED.contains(&password.as_str())
}

#[cfg(test)]
mod tests {
    use super::check_password;
    use crate::invalid::Problem;

    #[test]
    fn the_first_guesses_are_refused() {
        let refused =
            |password| check_password(password, "Ana Ruiz Soto", "ana@example.org").map_err(|invalid| invalid.problem);
        assert_eq!(refused("short"), Err(Problem::TooShort { least: 10 }));
        assert_eq!(refused("aaaaaaaaaaaa"), Err(Problem::TooCommon));
        assert_eq!(refused("Password123"), Err(Problem::TooCommon));
        assert_eq!(refused("ana ruiz soto"), Err(Problem::TooCommon));
        assert_eq!(refused("ana@example.org"), Err(Problem::TooCommon));
        assert_eq!(refused("a quiet corner"), Ok(()));
    }
}
