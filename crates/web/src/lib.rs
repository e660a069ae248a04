//! Pages, the JSON API and live events.
//!
//! The only crate that knows axum. A door extracts, calls one use case of `snug_app`, and
//! renders or redirects; it decides nothing. [`router`] shows the whole site.

mod access_log;
pub mod api;
pub mod assets;
mod client_address;
mod community_face;
mod cookies;
mod fault;
mod headers;
mod live;
mod page_owner;
mod pages;
mod router;
mod serve;
mod site;
pub mod views;
mod visit;

pub use client_address::ClientAddress;
pub use router::{Route, router, routes};
pub use serve::{serve, serve_metrics};
pub use site::{Demo, Site};
