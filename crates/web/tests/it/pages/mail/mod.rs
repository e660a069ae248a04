//! Pages that mails lead to, opened from the mails themselves.

mod harmless;
mod invitation;
mod mute;
mod unsubscribe;
