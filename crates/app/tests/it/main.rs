//! What people do, and what the rules make of it: one file a use case, one test a promise.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what it expects by failing, also in what its tests share"
)]

mod accounts;
mod clock_ahead;
mod communities;
mod conversations;
mod cost;
mod deliveries;
mod digest;
mod jobs;
mod live;
mod people;
mod private;
mod unreadable;
