//! Promises about the whole: how the crates hang together, and what the finished program does.
#![cfg(test)]

mod architecture;
mod commands;
mod configuration;
mod crash;
mod demo;
mod full_disk;
mod installation;
mod running;
mod serving;
