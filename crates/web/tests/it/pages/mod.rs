//! What a person can do with a browser that runs no script: every button of these tests is on the
//! page before it is pressed.

mod account;
mod bell;
mod communities;
mod community_face;
mod conversations;
mod demo;
mod mail;
mod off;
mod people;
mod preferences;
mod whose_page;
mod wrong;
