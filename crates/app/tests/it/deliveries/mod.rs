//! Mail out: what leaves, when it is tried again, and who sends it.

mod claim;
mod invitation;
mod record;
