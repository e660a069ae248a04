//! A community: a tenant, found by its host name.

use crate::CommunityId;
use crate::face::Face;
use crate::host_name;
use crate::invalid::{Field, Invalid, Problem, line};
use crate::people::Language;
use std::net::IpAddr;

/// A community as every request needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Community {
    /// Its id, in every row and query.
    pub id: CommunityId,
    /// The word it has on the command line: `riverside`.
    pub slug: String,
    /// The name people read.
    pub name: String,
    /// The host name it is found by, without a port.
    pub host: String,
    /// The domain its mails come from.
    pub mail_domain: String,
    /// The language of those who have not chosen one.
    pub language: Language,
    /// Off until the operator turns them on.
    pub conversations: Conversations,
    /// How many people can be in one conversation.
    pub most_people: i64,
    /// What it looks like.
    pub face: Face,
}

/// Whether a community has conversations at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conversations {
    /// No button, link or API for them.
    Off,
    /// As this program is for.
    On,
}

/// The word a community has on the command line: lower-case letters, digits and hyphens.
pub fn parse_slug(text: &str) -> Result<String, Invalid> {
    let fits = (1..=40).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-');
    if fits { Ok(text.to_owned()) } else { Err(Invalid::new(Field::Handle, Problem::Malformed)) }
}

/// As many people as any community lets be in one conversation: all of them are on one page.
pub const MOST_PEOPLE_ANYWHERE: i64 = 100;

/// How many people can be in one conversation: 2 to 100.
pub fn parse_most_people(most: i64) -> Result<i64, Invalid> {
    let in_range = (2..=MOST_PEOPLE_ANYWHERE).contains(&most);
    if in_range { Ok(most) } else { Err(Invalid::new(Field::Limit, Problem::Malformed)) }
}

/// The name of a community, up to 80 characters.
pub fn parse_name(text: &str) -> Result<String, Invalid> {
    line(Field::Name, text, 1, 80)
}

/// Whether a host is this machine: `localhost`, anything below it (RFC 6761, 6.3), or a loopback address.
#[must_use]
pub fn is_of_this_machine(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let is_localhost = host == "localhost" || host.ends_with(".localhost");
    is_localhost || host.parse::<IpAddr>().is_ok_and(|address| address.to_canonical().is_loopback())
}

/// A host name without a port, in the form the DNS has it.
pub fn parse_host(text: &str) -> Result<String, Invalid> {
    host_name::to_ascii(text.trim_end_matches('.')).ok_or(Invalid::new(Field::Host, Problem::Malformed))
}

#[cfg(test)]
mod tests {
    use super::parse_host;

    #[test]
    fn a_host_is_found_by_the_name_that_browsers_ask_for() {
        assert_eq!(parse_host("Riverside.Example.").as_deref(), Ok("riverside.example"));
        assert_eq!(parse_host("bücher.example").as_deref(), Ok("xn--bcher-kva.example"));
        for text in ["", "a b.example", "-a.example", "a..example", "a_b.example", "riverside.example:8080"] {
            assert!(parse_host(text).is_err(), "{text}");
        }
    }
}
