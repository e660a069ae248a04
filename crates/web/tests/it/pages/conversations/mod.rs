//! Asking somebody to talk, and talking.

mod answer;
mod archive;
mod decide;
mod edit;
mod list;
mod older;
mod say;
mod several;
mod start;
mod stream;
mod waiting;
