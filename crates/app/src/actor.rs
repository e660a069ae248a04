use snug_domain::communities::{Community, Conversations};
use snug_domain::{CommunityId, PersonId, Refusal, Timestamp};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;

/// Who does something, in which community, and when.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The community it happens in.
    pub community: Arc<Community>,
    /// Who does it.
    pub person: PersonId,
    /// When.
    pub now: Timestamp,
}

impl Actor {
    /// The id of the community, for queries.
    pub(crate) fn community_id(&self) -> CommunityId {
        self.community.id
    }

    /// Nothing about conversations is to be had where they are off.
    pub fn conversations_are_on(&self) -> Result<(), Refusal> {
        match self.community.conversations {
            Conversations::On => Ok(()),
            Conversations::Off => Err(Refusal::ConversationsOff),
        }
    }
}

/// The browser or program somebody uses, as far as it shows itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Its network address.
    pub network: IpAddr,
    /// What it says it is.
    pub name: String,
}

impl Client {
    /// Whom to count attempts under. With IPv6 a household has a /64, and could try from a new
    /// address each time.
    pub(crate) fn counted_as(&self) -> String {
        match self.network.to_canonical() {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("{}/64", Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Client;

    #[test]
    fn a_household_counts_as_one_whichever_of_its_addresses_it_uses() {
        let counted =
            |address: &str| Client { network: address.parse().expect("an address"), name: String::new() }.counted_as();
        assert_eq!(counted("2001:db8:1:2:3:4:5:6"), counted("2001:db8:1:2::1"));
        assert_ne!(counted("2001:db8:1:2::1"), counted("2001:db8:1:3::1"));
        assert_ne!(counted("192.0.2.1"), counted("192.0.2.2"));
        assert_eq!(counted("::ffff:192.0.2.1"), "192.0.2.1");
    }
}
