//! Live events, as a browser hears them.

mod ends;
mod resumes;
mod tells;
