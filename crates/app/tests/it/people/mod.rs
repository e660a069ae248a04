//! People: profiles, the directory, wanting mail.

mod block;
mod create;
mod crowd;
mod directory;
mod edit_profile;
mod names;
mod preferences;
mod unsubscribe;
mod who_may;
mod writers;
