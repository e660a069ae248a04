//! The pages, one folder a noun, one file an action; the paths are in [`crate::router`].

pub(crate) mod account;
pub(crate) mod bell;
pub(crate) mod community;
pub(crate) mod conversations;
pub(crate) mod demo;
pub(crate) mod explained;
pub(crate) mod files;
mod frame;
pub(crate) mod health;
pub(crate) mod home;
pub(crate) mod mail;
mod notice;
pub(crate) mod people;
pub(crate) mod preferences;
pub(crate) mod presence;
mod render;
mod shown;
mod unsent;
mod wrong;

pub(crate) use files::{FOR_AN_HOUR, FOR_EVER};
pub(crate) use frame::frame;
pub(crate) use notice::{say, say_with_undo};
pub(crate) use render::{Answer, Form, back, page, redirect, stream};
pub(crate) use shown::{Reading, faces, head, head_of_listed, named, person, row, writer};
pub(crate) use unsent::keep_form;
pub(crate) use wrong::{write_bare_faults, write_faults};
