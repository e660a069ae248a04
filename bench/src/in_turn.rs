//! Two programs in turn: `send 16` of one, then of the other, in many short rounds. A machine that is slower for a while
//! is slower for both.

use crate::bench::Bench;
use crate::figures::{Figure, Variant};
use crate::send::{Load, Stage, WARM_UP, measure};
use crate::snug::Database;
use anyhow::{Context, Result};
use std::path::Path;

const LOAD: Load = Load::Closed { members: 16 };
/// Messages of a round: a second or two.
const MESSAGES: u32 = 3_000;
/// The figures that are compared.
const COMPARED: [&str; 4] = ["messages/s", "send p50", "send p99", "cpu per message"];

/// Both programs on each database, so many rounds.
pub(crate) async fn run(bench: &mut Bench, before: &Path) -> Result<()> {
    for (variant, database) in bench.databases.clone() {
        rounds(bench, before, variant, &database).await?;
    }
    Ok(())
}

async fn rounds(bench: &mut Bench, before: &Path, variant: Variant, database: &Database) -> Result<()> {
    let (one, other) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let old = set_up(before, one.path(), database).await?;
    let new = set_up(&bench.program, other.path(), database).await?;
    for round in bench.progress.runs(&format!("{} in turn on {}", LOAD.name(), variant.name()), bench.runs) {
        // Each goes first as often as the other.
        let (old, new) = if round % 2 == 0 {
            let new = measure(&new, LOAD, MESSAGES).await?;
            (measure(&old, LOAD, MESSAGES).await?, new)
        } else {
            (measure(&old, LOAD, MESSAGES).await?, measure(&new, LOAD, MESSAGES).await?)
        };
        for name in COMPARED {
            let (old, new) = (find(&old, name)?, find(&new, name)?);
            let before = Figure::new(format!("{name} before"), old.unit, old.value);
            let times = Figure::new(format!("{name}, times before"), "times", new.value / old.value);
            bench.figures.add("in turn", variant, vec![before, new.clone(), times]);
        }
    }
    Ok(())
}

async fn set_up(program: &Path, folder: &Path, database: &Database) -> Result<Stage> {
    let stage = Stage::set_up(program, folder, database, LOAD.members()).await?;
    measure(&stage, LOAD, WARM_UP).await?;
    stage.analyze()?;
    Ok(stage)
}

fn find<'figures>(figures: &'figures [Figure], name: &str) -> Result<&'figures Figure> {
    figures.iter().find(|figure| figure.name == name).context("a figure of both")
}
