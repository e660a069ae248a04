//! Names of hosts and mail domains: one form for programs, one for people.

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use unicode_normalization::UnicodeNormalization;

/// The name as the DNS has it: in lower case, each label beyond ASCII as its A-label (UTS 46). `None` where the DNS
/// can have no such name.
pub(crate) fn to_ascii(name: &str) -> Option<String> {
    // UTS 46 maps before it normalises, and maps some marks to letters: where such a mark stands has to be settled first.
    let name: String = name.nfc().collect();
    let written =
        Uts46::new().to_ascii(name.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Verify);
    written.ok().map(std::borrow::Cow::into_owned)
}

/// A name from [`to_ascii`] as people read it.
pub(crate) fn to_readable(name: &str) -> String {
    match Uts46::new().to_unicode(name.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast) {
        (readable, Ok(())) => readable.into_owned(),
        (_, Err(_)) => name.to_owned(),
    }
}
