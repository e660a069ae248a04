//! What can be asked of the program on the command line, one file a command.
//!
//! A command reads its words, calls one use case and prints the answer. Exit codes: 0 done, 1 not
//! done, 2 not understood.

mod community;
mod community_face;
mod demo;
mod dkim;
mod doctor;
mod openapi;
mod person;
mod place;
mod serve;
mod token;
mod words;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Private conversations for online communities.
#[derive(Parser)]
#[command(name = "snug", version, about)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the communities of a configuration.
    Serve(serve::Serve),
    /// Serve a sample community, with every mail shown and none sent.
    Demo(demo::Demo),
    /// Check a configuration and everything it names, and say what to do about what is wrong.
    Doctor(doctor::Doctor),
    /// Communities: add, list, show, give a name, logo and colour, turn conversations on or off.
    #[command(subcommand)]
    Community(community::Community),
    /// People of a community.
    #[command(subcommand)]
    Person(person::Person),
    /// Tokens of the API.
    #[command(subcommand)]
    Token(token::Token),
    /// Keys that sign mail.
    #[command(subcommand)]
    Dkim(dkim::Dkim),
    /// Print the description of the API, as OpenAPI.
    Openapi,
}

/// Does what the command line asks for.
#[must_use]
pub fn run() -> ExitCode {
    // Once a process, before anything speaks TLS; who was first does not matter.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match run_command(CommandLine::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("snug: {fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn run_command(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve(serve) => serve.run(),
        Command::Demo(demo) => demo.run(),
        Command::Doctor(doctor) => doctor.run(),
        Command::Community(community) => community.run(),
        Command::Person(person) => person.run(),
        Command::Token(token) => token.run(),
        Command::Dkim(dkim) => dkim.run(),
        Command::Openapi => openapi::run(),
    }
}

/// Runs to the end, on as many threads as there are cores.
fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
