//! Mail out: what leaves, when it is tried again, and who sends it.

mod claim;
mod dead_address;
mod invitation;
mod record;
