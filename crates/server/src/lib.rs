//! The program `snug`: configuration, commands, wiring.
//!
//! Owns the clock, the environment, the signals and the order in which parts start and stop. It
//! decides nothing about people or conversations: a command calls a use case of `snug_app`, as
//! every other door does.

mod clock;
pub mod commands;
pub mod configuration;
mod demo;
pub mod logging;
mod serve;

pub use clock::machine_clock;
