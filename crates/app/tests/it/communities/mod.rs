//! Communities: each a room of its own.

mod conversations_off;
mod create;
mod isolation;
