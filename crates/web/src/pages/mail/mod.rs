//! Pages that mails lead to. They need no sign-in, and opening one changes nothing.

pub(crate) mod invitation;
pub(crate) mod mute;
pub(crate) mod unsubscribe;
