//! Mail going out, to real servers.
//!
//! The servers are a private Postfix and Dovecot that `scripts/mail-servers` starts; a test that
//! needs them fails where `SNUG_TEST_MAIL` does not name their folder.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what it expects by failing, also in what its tests share"
)]

mod conversation;
mod courier;
mod folder;
mod log;
mod mails;
mod office;
mod refusals;
mod relay;
mod replies;
mod scripted;
mod servers;
mod signatures;
mod start_tls;
