//! What people would otherwise use, measured the same way. Each is installed by the bench in a folder of its own, and
//! stopped afterwards.

mod debian;
pub(crate) mod prosody;
pub(crate) mod synapse;
mod xmpp;

use anyhow::Result;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

/// An address on which nobody listens: these servers do not say which one they took, so they have to be told one.
fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
