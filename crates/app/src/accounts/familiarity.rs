//! Whether an attempt comes from where an account's owner is known to come from. Strangers are counted together;
//! nothing they do counts against the owner's own browsers and networks.

use super::passwords::Asker;
use crate::limits::{Counted, fingerprint};
use crate::{Client, Error};
use data_encoding::HEXLOWER;
use snug_domain::account::BROWSER_IS_KNOWN;
use snug_domain::allowance::Allowance;
use snug_domain::{CommunityId, PersonId, Timestamp};
use snug_store::{Tx, known_browsers, sessions};
use uuid::Uuid;

/// How well an account knows where an attempt comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Familiarity {
    /// From a browser its owner signed in with before; by a fingerprint of its mark.
    Browser(String),
    /// From a network where its owner has a session.
    Network,
    /// From anywhere else, or there is no such account.
    Stranger,
}

impl Familiarity {
    /// For an unknown address the same is asked, about nobody, so that the time tells nothing.
    pub(super) fn find(
        tx: &mut Tx<'_>,
        community: CommunityId,
        person: Option<PersonId>,
        client: &Client,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let person = person.unwrap_or(PersonId(Uuid::nil()));
        if let Some(mark) = client.mark.as_ref().map(super::Token::hash)
            && known_browsers::is_known(tx, community, &mark, person, now - BROWSER_IS_KNOWN)?
        {
            return Ok(Self::Browser(HEXLOWER.encode(&mark)));
        }
        let network = network_hash(person, client);
        let is_known = sessions::is_known_network(tx, community, person, &network)?;
        Ok(if is_known { Self::Network } else { Self::Stranger })
    }

    /// What an attempt for `subject` counts as: of an allowance for one place, and for strangers of one for their
    /// network, whatever they try there.
    pub(super) fn counts(
        &self,
        client: &Client,
        subject: &str,
        (per_place, per_network): (Allowance, Allowance),
    ) -> Vec<Counted> {
        let one = |place: &str| Counted { allowance: per_place, subject: format!("{subject} {place}") };
        match self {
            Self::Browser(mark) => vec![one(mark)],
            Self::Network => vec![one(&client.household())],
            Self::Stranger => {
                let networks = client.networks();
                let whatever = networks.iter().map(|network| Counted {
                    allowance: per_network.times(network.size),
                    subject: network.name.clone(),
                });
                let for_subject = networks
                    .iter()
                    .map(|network| Counted { allowance: per_place.times(network.size), ..one(&network.name) });
                whatever.chain(for_subject).collect()
            }
        }
    }

    /// In whose turn its password is checked.
    pub(super) fn asker(&self, client: &Client) -> Asker {
        match self {
            Self::Browser(_) | Self::Network => Asker::Known,
            Self::Stranger => Asker::Stranger(client.customer()),
        }
    }
}

/// What a session keeps of the network it began from: of another person the same network has another fingerprint.
pub(super) fn network_hash(person: PersonId, client: &Client) -> Vec<u8> {
    fingerprint(&format!("{person} {}", client.household()))
}
