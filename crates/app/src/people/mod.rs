//! People: profiles, the directory, preferences, being on the site.

mod block;
mod create;
mod directory;
mod edit_profile;
mod find;
mod insert;
mod lookalikes;
mod preferences;
mod presence;
mod profile;
mod suspend;
mod unsubscribe;

pub use create::NewPerson;
pub use directory::MembersPage;
pub(crate) use insert::insert_member;
pub(crate) use lookalikes::{is_lookalike, list_lookalikes};
pub(crate) use presence::list_present;
pub use profile::{Profile, Start};
