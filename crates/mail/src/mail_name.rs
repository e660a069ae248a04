//! The part before the `@` of the address somebody's mails come from.

use data_encoding::BASE32_NOPAD;

/// Longest base; with the `-`, the random end and a domain it stays far from the 64 octets of
/// RFC 5321, 4.5.3.1.1.
const LONGEST_BASE: usize = 40;

/// A stable local part for a person: `Ana Ruiz` and some bits give `ana.ruiz-4k`.
///
/// The random end keeps the address from being guessed from the name, and from ever being
/// `postmaster`. Where the name is taken, the next `attempt` (the first is 0) has a longer end,
/// so that a community of ten thousand people without Latin letters in their name finds enough.
#[must_use]
pub fn mail_name(plain_name: &str, random: u64, attempt: usize) -> String {
    let mut base = String::new();
    let words = plain_name.split(|character: char| !character.is_ascii_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        if base.len() + word.len() >= LONGEST_BASE {
            break;
        }
        if !base.is_empty() {
            base.push('.');
        }
        base.push_str(&word.to_ascii_lowercase());
    }
    if base.is_empty() {
        base.push_str("member");
    }
    let end = BASE32_NOPAD.encode(&random.to_be_bytes()).to_ascii_lowercase();
    let end: String = end.chars().take(2 + attempt).collect();
    format!("{base}-{end}")
}

#[cfg(test)]
mod tests {
    use super::mail_name;
    use proptest::prelude::{any, prop_assert, proptest};
    use snug_domain::people::EmailAddress;

    #[test]
    fn a_name_is_made_from_what_people_are_called() {
        assert_eq!(mail_name("Ana Ruiz", 0xE28A_0000_0000_0000, 0), "ana.ruiz-4k");
        assert_eq!(mail_name("Ana Ruiz", 0xE28A_0000_0000_0000, 2), "ana.ruiz-4kfa");
        assert_eq!(mail_name("سلمى", 0, 0), "member-aa");
    }

    proptest! {
        #[test]
        fn every_name_makes_an_address(name in any::<String>(), random in any::<u64>(), attempt in 0_usize..20) {
            let address = format!("{}@mail.example.org", mail_name(&name, random, attempt));
            prop_assert!(EmailAddress::parse(&address).is_ok(), "{address}");
        }
    }
}
