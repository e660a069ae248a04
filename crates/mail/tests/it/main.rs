//! Mails as other programs read them.

#![expect(clippy::expect_used, reason = "a test says what it expects by failing, also in what its tests share")]

mod composing;
mod letters;
mod signing;
