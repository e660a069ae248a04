//! What the site shows and how it answers, from outside.

#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

mod allowances;
mod api;
mod cases;
mod compression;
mod declined;
mod gallery;
mod headers;
mod isolation;
mod live;
mod machines;
mod pages;
mod presence;
mod promises;
mod spans;
mod who_may_write;
mod zones;
