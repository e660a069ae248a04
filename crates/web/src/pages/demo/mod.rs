//! The demo's own pages. None of them exists outside of it.

pub(crate) mod become_somebody;
pub(crate) mod communities;
mod mailbox;
pub(crate) mod mails;

use crate::fault::Failure;
use crate::site::{Demo, Site};
use snug_app::Error;

/// The demo, where this is one.
fn demo(site: &Site) -> Result<&Demo, Failure> {
    site.demo.as_ref().ok_or(Failure(Error::NotFound))
}
