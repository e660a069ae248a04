//! Conversations: start, answer, talk.

mod accept;
mod add_people;
mod archive;
mod ask;
mod bell;
mod decline;
mod delete_message;
mod edit_message;
mod from_mail;
mod held;
mod hosts;
mod leave;
mod level;
mod list;
mod mark_read;
mod mute_from_mail;
mod participants;
mod put_back;
mod readers;
mod remove;
mod reply;
mod restore_message;
mod show;
mod start;
mod undo_decline;
mod undo_withdraw;
mod withdraw;

pub use add_people::{AddPeople, Shown};
pub use ask::{Candidate, each_once};
pub use bell::Bell;
pub use edit_message::{Edit, version};
pub use from_mail::{Decision, Landing};
pub use list::{Filter, Listed, Page, Place};
pub use participants::Participant;
pub use put_back::Stood;
pub use readers::Readers;
pub use reply::{Draft, Posted, Reply};
pub use show::{Conversation, Inviter, Messages, Slice};
pub use snug_domain::conversations::{Stand, Title};
pub use start::StartWith;

pub(crate) use held::Held;
pub(crate) use list::find_listed;
pub(crate) use participants::list_titles;
pub(crate) use show::list_quoted;
pub(crate) use start::check_invitation;
