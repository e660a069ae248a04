//! Conversations: start, answer, talk.

mod accept;
mod archive;
mod bell;
mod decline;
mod delete_message;
mod edit_message;
mod limits;
mod list;
mod mark_read;
mod reply;
mod restore_message;
mod several;
mod show;
mod shown_alike;
mod start;
mod undo;
mod withdraw;
