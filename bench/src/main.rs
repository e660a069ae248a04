//! Says how fast a running Snug is, as its users meet it, beside raw limits and what people would otherwise use.

mod bench;
mod client;
mod crash;
mod digest;
mod figures;
mod idle;
mod ledger;
mod limits;
mod mailbox;
mod overload;
mod peers;
mod postgres;
mod process;
mod report;
mod seed;
mod send;
mod snug;
mod talk;

use anyhow::{Context, Result};
use bench::Bench;
use clap::{Parser, ValueEnum};
use figures::{Figures, Variant};
use snug::Database;
use std::path::PathBuf;

/// Measures, prints a table, and leaves target/bench/latest.json.
#[derive(Debug, Parser)]
struct Options {
    /// The program that is measured.
    #[arg(long, default_value = "target/release/snug")]
    program: PathBuf,
    /// Measures only this; given more than once, only these.
    #[arg(long)]
    only: Vec<Workload>,
    /// How often each thing is measured.
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// A PostgreSQL that waits for the disk, and on which databases may be made; without it only SQLite is measured.
    #[arg(long)]
    postgres: Option<String>,
    /// Where the figures are left.
    #[arg(long, default_value = "target/bench")]
    output: PathBuf,
    /// Measures nothing, and serves the bare handler instead.
    #[arg(long, hide = true)]
    serve_bare_handler: bool,
}

/// What is measured together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Workload {
    /// Members who talk, in closed and open loop.
    Send,
    /// Pages of mailboxes of all sizes.
    Mailbox,
    /// Members who are there and do nothing.
    Idle,
    /// One run of the digest, among few members and many.
    Digest,
    /// Members who talk while the program is killed.
    Crash,
}

#[tokio::main]
async fn main() -> Result<()> {
    let options = Options::parse();
    // Ten thousand connections are as many open files, here and in whatever is measured, which inherits it.
    rlimit::increase_nofile_limit(u64::MAX)?;
    if options.serve_bare_handler {
        return limits::serve().await;
    }
    let sqlite = (Variant::Sqlite, Database::Sqlite);
    let postgres = options.postgres.map(|url| (Variant::Postgres, Database::Postgres(url)));
    let mut bench = Bench {
        program: std::fs::canonicalize(&options.program).context("the program that is measured")?,
        output: options.output,
        runs: options.runs,
        databases: [Some(sqlite), postgres].into_iter().flatten().collect(),
        figures: Figures::default(),
        settings: Vec::new(),
        missing: Vec::new(),
    };
    let chosen = if options.only.is_empty() { Workload::value_variants() } else { &options.only };
    for workload in chosen {
        match workload {
            Workload::Send => send::run(&mut bench).await?,
            Workload::Idle => idle::run(&mut bench).await?,
            Workload::Crash => crash::run(&mut bench).await?,
            Workload::Mailbox => mailbox::run(&mut bench).await?,
            Workload::Digest => digest::run(&mut bench).await?,
        }
    }
    for (variant, settings) in &bench.settings {
        println!("{}: {settings}", variant.name());
    }
    for missing in &bench.missing {
        println!("missing: {missing}");
    }
    report::write(&bench.output, &bench.figures.measured())
}
