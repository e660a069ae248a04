//! A whole Snug for tests: frozen clock, named people, mailbox.
//!
//! ```no_run
//! # async fn example() {
//! use snug_testkit::{TestApp, minutes};
//!
//! let app = TestApp::new().await;
//! let (ana, ben) = (app.member("ana").await, app.member("ben").await);
//! let conversation = ana.start_conversation("ben", "Hello").await;
//! ben.accept(conversation).await;
//! ana.say(conversation, "Shall we meet on Sunday?").await;
//! app.advance(minutes(5)).await;
//! assert_eq!(app.mailbox("ben").await.len(), 2, "the invitation and a digest");
//! # }
//! ```
//!
//! It is the real app on a real database (SQLite, or PostgreSQL with
//! `SNUG_TEST_DATABASE=postgres`), and the real courier, which delivers into a folder. Nothing
//! happens by itself: time passes, jobs run and mail leaves when the test says so. When the
//! [`TestApp`] is dropped it finishes what is due, and fails the test if a mail did not arrive or
//! a private text is in the log.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[cfg(feature = "browser")]
pub mod browser;
mod canaries;
mod clock;
mod community;
pub mod database;
mod installation;
mod logs;
mod mail;
mod member;
mod people;
mod refused;
mod rows;
mod several;
mod test_app;

pub use clock::{FrozenClock, START, days, hours, minutes, seconds};
pub use community::TestCommunity;
pub use logs::logged;
pub use mail::ReceivedMail;
pub use member::Member;
pub use people::{PASSWORD, address_of};
pub use refused::{invalid, refused, retry_at};
pub use rows::Rows;
pub use test_app::TestApp;
