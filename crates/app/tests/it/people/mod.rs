//! People: profiles, the directory, wanting mail.

mod create;
mod crowd;
mod directory;
mod edit_profile;
mod names;
mod preferences;
mod unsubscribe;
mod who_may;
