//! One page, a form for each part; each is saved by its own button.

mod address;
mod appearance;
mod notifications;
mod password;
mod profile;
mod sessions;
mod tokens;
