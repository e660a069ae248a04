use crate::invalid::{Field, Invalid, Problem};

/// An e-mail address one can send to: `local@domain`, as people have them.
///
/// Comments, quoted local parts and address literals of RFC 5321 are refused: nobody has them,
/// and half of the world's mail programs do not take them.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The address in this text, its domain in lower case.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let malformed = Invalid::new(Field::Address, Problem::Malformed);
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::new(Field::Address, Problem::Empty));
        }
        let (local, domain) = text.rsplit_once('@').ok_or(malformed)?;
        let domain = domain.to_lowercase();
        // RFC 5321, section 4.5.3.1: 64 octets, 255 octets, and 254 for the whole in a path.
        let fits = (1..=64).contains(&local.len()) && text.len() <= 254 && is_domain(&domain) && is_local(local);
        if fits { Ok(Self(format!("{local}@{domain}"))) } else { Err(malformed) }
    }

    /// The address as its owner wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form two writings of one mailbox share: everyone but RFC 5321 treats the local part
    /// as one whatever its case.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

/// Shown by its first letter only: an address is private, also in a log.
impl std::fmt::Debug for EmailAddress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("EmailAddress(…)")
    }
}

fn is_local(local: &str) -> bool {
    let allowed = |character: char| character.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(character);
    local.chars().all(allowed) && !local.starts_with('.') && !local.ends_with('.') && !local.contains("..")
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|character| character.is_alphanumeric() || character == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::EmailAddress;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    #[test]
    fn addresses_people_have_are_taken() {
        for text in ["ana@example.org", "  Ana.Ruiz+snug@Mail.Example.org ", "o'neil@example.ie", "josé@exámple.es"] {
            assert!(EmailAddress::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "ana",
            "ana@",
            "@example.org",
            "ana@localhost",
            "a b@example.org",
            "ana@exa mple.org",
            "ana@example..org",
            ".ana@example.org",
            "ana@-example.org",
            "ana@example.org\r\nBcc: x@example.org",
            "<ana@example.org>",
            "ana@[127.0.0.1]",
        ] {
            assert!(EmailAddress::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn two_writings_of_one_mailbox_share_a_key() {
        let key = |text| EmailAddress::parse(text).expect("an address").key();
        assert_eq!(key("Ana@Example.ORG"), key("ana@example.org"));
    }

    proptest! {
        #[test]
        fn what_is_taken_is_taken_again(text in any::<String>()) {
            if let Ok(address) = EmailAddress::parse(&text) {
                prop_assert_eq!(EmailAddress::parse(address.as_str()).expect("an address"), address.clone());
                prop_assert!(!address.as_str().chars().any(|character| character.is_control() || character.is_whitespace()));
            }
        }
    }
}
