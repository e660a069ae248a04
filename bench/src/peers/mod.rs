//! What people would otherwise use, measured the same way. Each is installed by the bench in a folder of its own, and
//! stopped afterwards.

mod debian;
pub(crate) mod prosody;
pub(crate) mod synapse;
mod xmpp;
