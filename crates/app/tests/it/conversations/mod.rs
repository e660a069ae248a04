//! Conversations: start, answer, talk.

mod accept;
mod add_people;
mod archive;
mod bell;
mod crowd;
mod decline;
mod delete_message;
mod edit_message;
mod hosts;
mod leave;
mod level;
mod limits;
mod list;
mod mark_read;
mod readers;
mod remove;
mod reply;
mod restore_message;
mod several;
mod show;
mod shown_alike;
mod start;
mod start_group;
mod undo;
mod was_there;
mod withdraw;
