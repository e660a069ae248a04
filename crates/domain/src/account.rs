//! Passwords, sessions and links: how long each lasts and how often each may be asked for.

use crate::Span;
use crate::allowance::Allowance;
use crate::invalid::{Field, Invalid, Problem};
use unicode_normalization::UnicodeNormalization;

/// A session ends this long after it was last used.
pub const SESSION_LASTS: Span = Span::days(60);
/// A sign-up waits this long for its address to be confirmed.
pub const SIGN_UP_LASTS: Span = Span::days(2);

/// A browser that somebody signed in with is known as theirs so long.
pub const BROWSER_IS_KNOWN: Span = Span::days(365);

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

/// Guesses at the password of one account from one place: an address from a network or a known browser, a session, a
/// sign-up.
pub const GUESSES: Allowance = Allowance { name: "guesses", count: 10, period: Span::minutes(15) };
/// Attempts to sign in with one address from networks its owner is not known to come from, all together: loose, so
/// that strangers do not keep the owner out who comes from a new place, and yet an end to guessing from everywhere.
pub const GUESSES_BY_STRANGERS: Allowance =
    Allowance { name: "guesses by strangers", count: 300, period: Span::hours(1) };
/// Attempts to sign in from one network, whatever the address.
pub const SIGN_INS_FROM_NETWORK: Allowance =
    Allowance { name: "sign-ins from network", count: 60, period: Span::minutes(15) };
/// Requests for links from one network, whatever the address.
pub const LINKS_FROM_NETWORK: Allowance =
    Allowance { name: "links from network", count: 60, period: Span::minutes(15) };
/// Requests for one kind of link for one address from one place.
pub const LINKS_FROM_PLACE: Allowance = Allowance { name: "links from place", count: 5, period: Span::hours(1) };
/// Mails with one kind of link to one address, whoever asks. Beyond them the newest of those sent has to do, so the
/// time between two is less than half of what any link lasts.
pub const LINK_MAILS: Allowance = Allowance { name: "link mails", count: 6, period: Span::hours(1) };
/// Sign-ups from one network.
pub const SIGN_UPS_FROM_NETWORK: Allowance =
    Allowance { name: "sign-ups from network", count: 20, period: Span::hours(1) };
/// Sign-ups with one address from one place.
pub const SIGN_UPS_FROM_PLACE: Allowance = Allowance { name: "sign-ups from place", count: 5, period: Span::hours(1) };
/// Mails about signing up to one address, whoever asks. Beyond them any of those sent has to do: whoever holds its link
/// can choose name and password anew. More than one place may cause, so that a stranger does not use them up.
pub const SIGN_UP_MAILS: Allowance = Allowance { name: "sign-up mails", count: 6, period: Span::hours(1) };

/// A password as it is compared: however a keyboard writes its letters and spaces, they are the same (the profile
/// `OpaqueString` of RFC 8265, section 4.2: spaces as U+0020, then NFC; nothing else is changed).
#[must_use]
pub fn normalise_password(password: &str) -> String {
    let space = |character| {
        matches!(character, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
    };
    password.chars().map(|character| if space(character) { ' ' } else { character }).nfc().collect()
}

/// Whether a password has a length that may be chosen: 10 to 200 characters.
///
/// Length over composition, as NIST SP 800-63B asks.
pub fn check_password_length(password: &str) -> Result<(), Invalid> {
    const LEAST: usize = 10;
    const MOST: usize = 200;
    let problem = match password.chars().count() {
        0 => Problem::Empty,
        length if length < LEAST => Problem::TooShort { least: LEAST },
        length if length > MOST => Problem::TooLong { most: MOST },
        _ => return Ok(()),
    };
    Err(Invalid::new(Field::Password, problem))
}

#[cfg(test)]
mod tests {
    use super::{LINK_MAILS, LinkPurpose, SIGN_UP_LASTS, SIGN_UP_MAILS, check_password_length, normalise_password};
    use crate::invalid::Problem;

    #[test]
    fn a_password_is_the_same_however_its_letters_are_composed() {
        assert_eq!(normalise_password("cafe\u{301} au\u{a0}lait\u{3000}\u{e5}"), "caf\u{e9} au lait \u{e5}");
        assert_eq!(normalise_password("\u{212b}ngstr\u{f6}m"), normalise_password("A\u{30a}ngstro\u{308}m"));
        assert_eq!(normalise_password("\u{110b}\u{1161}\u{11ab}"), "\u{c548}", "Hangul in letters or syllables");
        assert_ne!(normalise_password("A quiet corner"), normalise_password("a quiet corner"), "case counts");
        assert_ne!(normalise_password("\u{ff41}"), "a", "and width");
    }

    #[test]
    fn while_no_more_links_are_mailed_the_newest_one_still_works() {
        for purpose in [LinkPurpose::SignIn, LinkPurpose::ResetPassword] {
            assert!(LINK_MAILS.period.0 / LINK_MAILS.count * 2 < purpose.lasts().0);
        }
        const { assert!(SIGN_UP_MAILS.period.0 / SIGN_UP_MAILS.count * 2 < SIGN_UP_LASTS.0) };
    }

    #[test]
    fn a_password_has_ten_to_two_hundred_characters_of_any_kind() {
        let refused = |password: &str| check_password_length(password).map_err(|invalid| invalid.problem);
        assert_eq!(refused(""), Err(Problem::Empty));
        assert_eq!(refused("short"), Err(Problem::TooShort { least: 10 }));
        assert_eq!(refused(&"é".repeat(10)), Ok(()));
        assert_eq!(refused(&"é".repeat(200)), Ok(()));
        assert_eq!(refused(&"é".repeat(201)), Err(Problem::TooLong { most: 200 }));
    }
}
