//! Finding somebody, and the one action of their page.

mod directory;
mod profile;
