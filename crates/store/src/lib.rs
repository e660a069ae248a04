//! The database: SQLite and PostgreSQL behind one SQL text.
//!
//! The only crate that knows SQL. A transaction is an ordinary closure over a
//! [`Tx`]; the noun modules hold the statements, one function each. It decides
//! nothing: rules stand in `snug_domain`, and who may do what in `snug_app`.
//!
//! # Adding a query
//!
//! 1. If it needs a table or column, add a migration: one file for each engine in
//!    `migrations/`, and its name at the end of the list in `migrate`.
//! 2. Write a function in the module of the noun: `find_…` for an `Option`,
//!    `list_…` for a page, `count_…`, `insert_…`, `set_…`, `delete_…`, `claim_…`, and
//!    `ask_…` for an answer that is read later.
//!    It takes the transaction and the community first, and names the community in
//!    its statement.
//! 3. Keep to what both engines understand, with `$1` for parameters. A test
//!    prepares every statement on both.

pub mod acquaintances;
mod added;
pub mod addresses;
pub mod allowances;
pub mod api_tokens;
pub mod arrivals;
pub mod blocks;
pub mod changes;
pub mod communities;
pub mod community_icons;
pub mod conversations;
pub mod deleted_texts;
pub mod deliveries;
pub mod digests;
pub mod directory;
pub mod earlier_texts;
pub mod faces;
pub mod invitations;
pub mod jobs;
pub mod known_browsers;
pub mod links;
pub mod looks;
pub mod mailboxes;
pub mod messages;
pub mod participants;
pub mod people;
mod preferences;
pub mod presence;
#[cfg(feature = "testing")]
pub mod private_texts;
pub mod quotes;
pub mod released_handles;
pub mod schema;
pub mod seats;
pub mod sessions;
pub mod sign_ups;
#[cfg(feature = "testing")]
pub mod testing;
pub mod times;
pub mod unread;
pub mod write_probes;

mod bind;
mod database;
mod dialect;
mod engine;
mod error;
mod migrate;
mod row;
mod tx;
mod words;

pub use database::{Database, Location, Synchronous};
pub use dialect::Engine;
pub use error::{Error, Unique};
pub use migrate::names as migrations;
pub(crate) use row::Row;
pub use tx::{Asked, Part, Tx};
