use crate::host_name;
use crate::invalid::{Field, Invalid, Problem};
use crate::visible::is_legible_line;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const NON_JOINER: char = '\u{200c}';
const JOINER: char = '\u{200d}';

/// An e-mail address one can send to: `local@domain`, as people have them.
///
/// It has one form, whichever of its spellings was typed: NFC before the `@`, A-labels behind it. That form goes on
/// the wire and into the database; [`readable`](Self::readable) is for people.
///
/// Comments, quoted local parts and address literals of RFC 5321 are refused: nobody has them,
/// and half of the world's mail programs do not take them.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The address in this text.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let malformed = Invalid::new(Field::Address, Problem::Malformed);
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::new(Field::Address, Problem::Empty));
        }
        let (local, domain) = text.rsplit_once('@').ok_or(malformed)?;
        let local: String = local.nfc().collect();
        let domain = host_name::to_ascii(domain).ok_or(malformed)?;
        // RFC 5321, section 4.5.3.1: 64 octets, and 254 for the whole in a path.
        let fits = (1..=64).contains(&local.len()) && local.len() + 1 + domain.len() <= 254;
        if fits && is_local(&local) && domain.contains('.') {
            Ok(Self(format!("{local}@{domain}")))
        } else {
            Err(malformed)
        }
    }

    /// The address as programs exchange it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as people read it, its domain in its own letters.
    #[must_use]
    pub fn readable(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        format!("{local}@{}", host_name::to_readable(domain))
    }

    /// Equal for two addresses of one mailbox: everyone but RFC 5321 treats the local part as one whatever its case.
    #[must_use]
    pub fn key(&self) -> String {
        // Character by character, since the lower case of a whole text depends on where a sigma stands in it.
        let lower = self.0.chars().flat_map(char::to_lowercase);
        lower.map(|character| if character == 'ς' { 'σ' } else { character }).nfc().collect()
    }
}

/// Shows nothing: an address is private, also in a log.
impl std::fmt::Debug for EmailAddress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("EmailAddress(…)")
    }
}

/// Atoms between dots (RFC 5322), of ASCII or of the letters and numbers of any script (RFC 6531).
fn is_local(local: &str) -> bool {
    local.split('.').all(is_atom) && is_legible_line(local)
}

/// Marks, which most scripts of India and South-East Asia need, stand on a letter; so do joiners.
fn is_atom(atom: &str) -> bool {
    let mut on_letter = false;
    let fits = |character: char| {
        let continues = is_combining_mark(character) || matches!(character, JOINER | NON_JOINER);
        let is_allowed = match character {
            _ if continues => on_letter,
            _ => character.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(character),
        };
        on_letter = continues || character.is_alphanumeric();
        is_allowed
    };
    !atom.is_empty() && atom.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::EmailAddress;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
    use unicode_normalization::UnicodeNormalization;

    fn parse(text: &str) -> EmailAddress {
        EmailAddress::parse(text).unwrap_or_else(|_| panic!("an address: {text}"))
    }

    #[test]
    fn addresses_people_have_are_taken() {
        for text in [
            "ana@example.org",
            "  Ana.Ruiz+snug@Mail.Example.org ",
            "o'neil@example.ie",
            "josé@exámple.es",
            "संपर्क@डाटामेल.भारत",
            "ผู้ใช้@ตัวอย่าง.ไทย",
            "மின்னஞ்சல்@உதாரணம்.இந்தியா",
            "ব্যবহারকারী@উদাহরণ.বাংলা",
            "ഉപയോക്താവ്@ഉദാഹരണം.ഭാരതം",
            "සුනිල්@උදාහරණ.ලංකා",
            "مستخدم@مثال.إختبار",
            "משתמש@דוגמה.ישראל",
            "用户@例子.广告",
            "ユーザー@例え.テスト",
            "사용자@예시.테스트",
            "χρήστης@παράδειγμα.ελ",
            "почта@пример.рф",
            "nguyễn@ví-dụ.vn",
            "jose\u{301}@example.org",
            "ana@r3---sn.example.org",
        ] {
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
            "ana@example.org.",
            ".ana@example.org",
            "ana.@example.org",
            "a..na@example.org",
            "ana@-example.org",
            "ana@exa_mple.org",
            "ana@xn--a.org",
            "ana@example.org\r\nBcc: x@example.org",
            "<ana@example.org>",
            "ana@[127.0.0.1]",
            "\u{301}ana@example.org",
            "a.\u{301}na@example.org",
            "ana\u{200b}@example.org",
            "ana\u{200d}@example.org",
            "ana\u{fe0f}@example.org",
            "ana\u{3164}@example.org",
            "ana\u{202e}@example.org",
            "ana\u{ad}@example.org",
        ] {
            assert!(EmailAddress::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_parts_are_as_long_as_the_protocol_carries_them() {
        let domain = format!("{}.{}.example.org", "d".repeat(63), "d".repeat(63));
        assert!(EmailAddress::parse(&format!("{}@example.org", "a".repeat(64))).is_ok());
        assert!(EmailAddress::parse(&format!("{}@example.org", "a".repeat(65))).is_err());
        assert!(EmailAddress::parse(&format!("{}@example.org", "é".repeat(33))).is_err(), "counted in octets");
        assert!(EmailAddress::parse(&format!("ana@{domain}")).is_ok());
        assert!(EmailAddress::parse(&format!("ana@d{domain}")).is_err());
        assert!(EmailAddress::parse(&format!("ana@{}.example.org", "é".repeat(60))).is_err(), "counted as the A-label");
    }

    #[test]
    fn two_spellings_of_one_mailbox_are_one() {
        for (one, other) in [
            ("Ana@Example.ORG", "ana@example.org"),
            ("ana@bücher.example", "ana@xn--bcher-kva.example"),
            ("ana@bücher.example", "ana@BÜCHER.example"),
            ("ana@bücher.example", "ana@bu\u{308}cher.example"),
            ("ana@bücher.example", "ana@XN--BCHER-KVA.example"),
            ("ana@bücher.example", "ana@bücher\u{3002}example"),
            ("ana@example.org", "ana@ｅｘａｍｐｌｅ.org"),
            ("ana@\u{1ff7}\u{a8e0}.example", "ana@\u{3c9}\u{342}\u{a8e0}\u{345}.example"),
            ("josé@example.org", "jose\u{301}@example.org"),
            ("JOSÉ@example.org", "jose\u{301}@example.org"),
            ("ΧΡΉΣΤΗΣ@example.org", "χρήστης@example.org"),
            ("nguyễn@example.org", "nguye\u{302}\u{303}n@example.org"),
        ] {
            assert_eq!(parse(one).key(), parse(other).key(), "{one}");
        }
        assert_ne!(parse("jose@example.org").key(), parse("josé@example.org").key());
        assert_ne!(parse("ana@strasse.example").key(), parse("ana@straße.example").key());
    }

    #[test]
    fn programs_exchange_a_labels_and_people_read_letters() {
        let address = parse("Jose\u{301}@BÜCHER.example");
        assert_eq!(address.as_str(), "José@xn--bcher-kva.example");
        assert_eq!(address.readable(), "José@bücher.example");
        assert_eq!(parse("ana@example.org").readable(), "ana@example.org");
    }

    proptest! {
        #[test]
        fn the_one_form_stays_as_it_is(text in any::<String>()) {
            if let Ok(address) = EmailAddress::parse(&text) {
                prop_assert_eq!(&parse(address.as_str()), &address);
                prop_assert!(!address.as_str().chars().any(|character| character.is_control() || character.is_whitespace()));
            }
        }

        #[test]
        fn any_letters_make_one_mailbox_in_every_spelling(
            local in r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Devanagari}\p{Thai}\p{Tamil}\p{Arabic}\p{Hangul}]{1,12}",
            domain in r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Devanagari}\p{Thai}\p{Tamil}\p{Han}]{1,12}",
        ) {
            let text = format!("{local}@{domain}.example");
            // About half of them are: letters of two directions make no domain, for one.
            let Ok(address) = EmailAddress::parse(&text) else { return Ok(()) };
            prop_assert!(address.as_str().rsplit_once('@').is_some_and(|(_, domain)| domain.is_ascii()));
            for spelling in [
                text.nfd().collect::<String>(),
                text.nfc().collect(),
                address.as_str().to_owned(),
                address.readable(),
                format!(" {text}\n"),
            ] {
                prop_assert_eq!(&parse(&spelling), &address);
            }
            prop_assert_eq!(parse(&address.as_str().to_lowercase()).key(), address.key());
            // Not of the domain: its capital sigma is no final one, and to the DNS the two are different.
            let upper = format!("{}@{domain}.example", local.to_uppercase());
            if local.to_uppercase().to_lowercase() == local.to_lowercase() && let Ok(upper) = EmailAddress::parse(&upper) {
                prop_assert_eq!(upper.key(), address.key());
            }
        }
    }
}
