//! The page for those not signed in.

use super::Frame;
use askama::Template;

/// The page for those not signed in.
#[derive(Template)]
#[template(path = "home.html")]
pub struct HomePage {
    /// What surrounds it.
    pub frame: Frame,
}
