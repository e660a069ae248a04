//! Finding somebody, and the one action of their page.

mod block;
mod directory;
mod profile;
