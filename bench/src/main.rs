//! Says how fast a running Snug is, as its users meet it, beside raw limits and what people would otherwise use.

mod bench;
mod client;
mod crash;
mod digest;
mod figures;
mod goals;
mod group;
mod hostile;
mod idle;
mod in_turn;
mod ledger;
mod limits;
mod machine;
mod mailbox;
mod overload;
mod peers;
mod plot;
mod postgres;
mod process;
mod progress;
mod report;
mod seed;
mod send;
mod snug;
mod talk;

use anyhow::{Context, Result};
use bench::Bench;
use clap::{Parser, ValueEnum};
use figures::{Figures, Variant};
use machine::Machine;
use progress::Progress;
use snug::Database;
use std::path::PathBuf;
use std::process::ExitCode;

/// Measures, says what it found, and leaves that as text, JSON and plots in target/bench.
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
    /// Measures Snug alone, without limits and peers: for before and after a change.
    #[arg(long)]
    alone: bool,
    /// Measures nothing but messages of 16 members, of this older program and of the one that is measured, in turn.
    #[arg(long, conflicts_with = "only")]
    before: Option<PathBuf>,
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
    /// Members and strangers who mean harm, beside members who do not.
    Hostile,
}

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let options = Options::parse();
    // Ten thousand connections are as many open files, here and in whatever is measured, which inherits it.
    rlimit::increase_nofile_limit(u64::MAX)?;
    if options.serve_bare_handler {
        limits::serve().await?;
        return Ok(ExitCode::SUCCESS);
    }
    let sqlite = (Variant::Sqlite, Database::Sqlite);
    let postgres = options.postgres.map(|url| (Variant::Postgres, Database::Postgres(url)));
    let databases: Vec<_> = [Some(sqlite), postgres].into_iter().flatten().collect();
    let mut settings = Vec::new();
    for (variant, database) in &databases {
        settings.push((*variant, database.settings()?));
    }
    let mut bench = Bench {
        program: std::fs::canonicalize(&options.program).context("the program that is measured")?,
        output: options.output,
        runs: options.runs,
        is_alone: options.alone,
        databases,
        figures: Figures::default(),
        settings,
        missing: Vec::new(),
        progress: Progress::new()?,
    };
    let machine = Machine::look(&bench.program, &bench.databases)?;
    print!("{}", report::about(&machine));

    let mut failed = Vec::new();
    if let Some(before) = &options.before {
        let before = std::fs::canonicalize(before).context("the older program")?;
        failed.extend(in_turn::run(&mut bench, &before).await.err().map(|error| format!("in turn: {error:#}")));
    }
    let chosen = match options.before {
        Some(_) => &[],
        None if options.only.is_empty() => Workload::value_variants(),
        None => &options.only,
    };
    for workload in chosen {
        let done = match workload {
            Workload::Send => send::run(&mut bench).await,
            Workload::Mailbox => mailbox::run(&mut bench).await,
            Workload::Idle => idle::run(&mut bench).await,
            Workload::Digest => digest::run(&mut bench).await,
            Workload::Crash => crash::run(&mut bench).await,
            Workload::Hostile => hostile::run(&mut bench).await,
        };
        // What was measured before is worth having, and so is what can still be.
        if let Err(error) = done {
            failed.push(format!("{workload:?} failed: {error:#}"));
        }
    }
    bench.progress.end();
    bench.missing.extend(failed.iter().cloned());
    report::write(&bench, &machine)?;
    failed.iter().for_each(|what| eprintln!("{what}"));
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
