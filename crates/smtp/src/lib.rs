//! The wire: mail going out.
//!
//! An [`Outlet`] takes one mail at a time, from as many callers as like, and says what became of
//! it. It keeps nothing and tries nothing twice: the delivery row does. The [`courier`] goes
//! between the rows and the outlet.

pub mod courier;
mod faults;
mod folder;
mod outlet;
mod relay;

pub use folder::MailFolder;
pub use outlet::{Handed, Outlet, Parcel};
pub use relay::{Login, RelayFault, RelaySettings, Security, SmtpRelay, TimeLimits};
