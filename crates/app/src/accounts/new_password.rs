use crate::Error;
use snug_domain::account::{check_password_length, normalise_password};
use snug_domain::{CommunityId, Field, Invalid, PersonId, Problem};
use snug_store::{Tx, addresses};
use zxcvbn::{Score, zxcvbn};

/// Characters that are looked at: these are enough to be beyond guessing, and looking at more takes longer.
const LOOKED_AT: usize = 40;

/// Refuses a password that cannot be chosen, or that is among the first hundred million guesses of somebody who knows
/// the name and the address.
pub(crate) fn check_password(password: &str, name: &str, address: &str) -> Result<(), Invalid> {
    check_password_length(password)?;
    let begin: String = normalise_password(password).chars().take(LOOKED_AT).collect();
    let between = [' ', '.', '-', '_', '@'];
    let mailbox = address.split('@').next().unwrap_or_default();
    let joined = [name, mailbox].map(|own| own.replace(between, ""));
    let whole = [name, mailbox, address].into_iter().chain(joined.iter().map(String::as_str));
    let own: Vec<&str> = whole.flat_map(|own| own.split(between).chain([own])).filter(|own| !own.is_empty()).collect();
    if zxcvbn(&begin, &own).score() < Score::Three {
        return Err(Invalid::new(Field::Password, Problem::TooCommon));
    }
    Ok(())
}

/// The address a new password of a member is compared with.
pub(super) fn find_own_address(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<String, Error> {
    let owned = addresses::find_primary(tx, community, person)?;
    Ok(owned.map(|owned| owned.address.as_str().to_owned()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::check_password;
    use snug_domain::Problem;
    use std::time::{Duration, Instant};

    fn refused(password: &str) -> Result<(), Problem> {
        check_password(password, "Ana Ruiz Soto", "ana.ruiz@example.org").map_err(|invalid| invalid.problem)
    }

    #[test]
    fn what_is_guessed_first_is_refused() {
        for password in [
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "abcdefghij",
            "1234567890",
            "qwertyuiop",
            "1q2w3e4r5t",
            "Password123",
            "P4ssw0rd2024!",
            "iloveyou123",
            "letmein1234",
            "administrator",
            "ana ruiz soto",
            "AnaRuizSoto",
            "anaruiz2024",
            "ana.ruiz@example.org",
            "31.12.1999",
        ] {
            assert_eq!(refused(password), Err(Problem::TooCommon), "{password}");
        }
        assert_eq!(refused(&"a".repeat(200)), Err(Problem::TooCommon));
    }

    #[test]
    fn a_few_words_or_a_string_of_chance_do() {
        for password in
            ["a quiet corner", "under the apple tree", "kT9#vbQ2xz", "هدوء في زاوية الدار", "静かな川辺の古い椅子です"]
        {
            assert_eq!(refused(password), Ok(()), "{password}");
        }
        assert_eq!(refused(&"a quiet corner by the fire ".repeat(7)), Ok(()));
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "how long it takes is measured")]
    fn no_password_takes_long_to_look_at() {
        for piece in
            ["a", "1", "4@", "aA", "p4$5w0rd", "qwerty", "1999", "@4$3!1", "abc1", "🦊", "e\u{301}", "((", "{[|"]
        {
            let password: String = piece.chars().cycle().take(200).collect();
            let begin = Instant::now();
            let _ = refused(&password);
            assert!(begin.elapsed() < Duration::from_secs(1), "{:?} for {piece}", begin.elapsed());
        }
    }
}
