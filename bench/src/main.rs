//! Says how fast a running Snug is, as its users meet it.

mod client;
mod figures;
mod process;
mod report;
mod send;
mod snug;
mod talk;

use anyhow::Result;
use clap::Parser;
use figures::{Figures, Variant};
use snug::Database;
use std::path::PathBuf;

/// Measures, prints a table, and leaves target/bench/latest.json.
#[derive(Debug, Parser)]
struct Options {
    /// The program that is measured.
    #[arg(long, default_value = "target/release/snug")]
    program: PathBuf,
    /// How often each thing is measured.
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// An empty database of a PostgreSQL that waits for the disk; without it only SQLite is measured.
    #[arg(long)]
    postgres: Option<String>,
    /// Where the figures are left.
    #[arg(long, default_value = "target/bench")]
    output: PathBuf,
}

#[tokio::main]
async fn main() -> Result<()> {
    let options = Options::parse();
    let mut figures = Figures::default();
    let sqlite = (Variant::Sqlite, Database::Sqlite);
    let postgres = options.postgres.map(|url| (Variant::Postgres, Database::Postgres(url)));
    for (variant, database) in [Some(sqlite), postgres].into_iter().flatten() {
        send::run(&options.program, variant, &database, options.runs, &mut figures).await?;
    }
    report::write(&options.output, &figures.measured())
}
