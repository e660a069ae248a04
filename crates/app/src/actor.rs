use crate::accounts::Token;
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
    /// The session in its cookie, which signing in anew replaces.
    pub session: Option<Token>,
    /// The mark it got when somebody signed in with it before.
    pub mark: Option<Token>,
}

/// A network that attempts are counted under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Network {
    pub name: String,
    /// How many households it may hold, as far as limits are concerned.
    pub size: i64,
}

impl Client {
    /// A client that shows no cookies.
    #[must_use]
    pub fn new(network: IpAddr, name: &str) -> Self {
        Self { network, name: name.to_owned(), session: None, mark: None }
    }

    /// What it says it is, as far as that is kept.
    pub(crate) fn shown_name(&self) -> String {
        self.name.chars().take(200).collect()
    }

    /// The network of the household. With IPv6 that is a /64: the client could try from a new address each time.
    pub(crate) fn household(&self) -> String {
        match self.network.to_canonical() {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => prefix(address, 64),
        }
    }

    /// The networks to count attempts under, from the household out. Providers give a customer a /56 or a /48, from
    /// which every attempt could come with a /64 of its own.
    pub(crate) fn networks(&self) -> Vec<Network> {
        let household = Network { name: self.household(), size: 1 };
        match self.network.to_canonical() {
            IpAddr::V4(_) => vec![household],
            IpAddr::V6(address) => vec![
                household,
                Network { name: prefix(address, 56), size: 2 },
                Network { name: prefix(address, 48), size: 4 },
            ],
        }
    }

    /// The widest of them.
    pub(crate) fn customer(&self) -> String {
        self.networks().pop().map_or_else(|| self.household(), |network| network.name)
    }
}

fn prefix(address: Ipv6Addr, length: u32) -> String {
    let host = 128 - length;
    format!("{}/{length}", Ipv6Addr::from_bits(address.to_bits() >> host << host))
}

#[cfg(test)]
mod tests {
    use super::Client;

    fn counted(address: &str) -> Vec<String> {
        let client = Client::new(address.parse().expect("an address"), "");
        client.networks().into_iter().map(|network| network.name).collect()
    }

    #[test]
    fn a_household_counts_as_one_whichever_of_its_addresses_it_uses() {
        assert_eq!(counted("2001:db8:1:2:3:4:5:6"), counted("2001:db8:1:2::1"));
        assert_ne!(counted("2001:db8:1:2::1")[0], counted("2001:db8:1:3::1")[0]);
        assert_ne!(counted("192.0.2.1"), counted("192.0.2.2"));
        assert_eq!(counted("::ffff:192.0.2.1"), ["192.0.2.1"]);
    }

    #[test]
    fn the_networks_of_a_customer_are_counted_together() {
        assert_eq!(counted("2001:db8:1:2ab::1"), ["2001:db8:1:2ab::/64", "2001:db8:1:200::/56", "2001:db8:1::/48"]);
    }
}
