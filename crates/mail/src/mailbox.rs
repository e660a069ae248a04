//! A name and an address, as they stand in From, To and Reply-To.

use crate::one_line::{one_line, one_word};
use mail_builder::headers::address::Address;

/// A name and an address that are safe in a header, whatever the person calls themself.
#[derive(Clone, PartialEq, Eq)]
pub struct Mailbox {
    name: String,
    address: String,
}

impl Mailbox {
    /// This name, which may be empty, at this address. What could break out of a header is
    /// taken out of both.
    #[must_use]
    pub fn new(name: &str, address: &str) -> Self {
        Self { name: one_line(name), address: one_word(address) }
    }

    /// The name, empty where there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    pub(crate) fn header(&self) -> Address<'_> {
        let name = (!self.name.is_empty()).then_some(self.name.as_str());
        Address::new_address(name, self.address.as_str())
    }
}

/// Shows nothing: a name and an address are private, also in a log.
impl std::fmt::Debug for Mailbox {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Mailbox(…)")
    }
}
