//! What changes for the caller, as it changes, for programs.

mod change;
pub(super) mod stream;
