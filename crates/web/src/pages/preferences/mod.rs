//! Preferences: one page, a form for each part.

pub(crate) mod appearance;
mod client_name;
pub(crate) mod notifications;
pub(crate) mod password;
pub(crate) mod privacy;
pub(crate) mod profile;
pub(crate) mod sessions;
pub(crate) mod show;
pub(crate) mod tokens;

pub(crate) use show::comes_back;
