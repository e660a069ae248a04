//! Limits: what could be reached at most on this machine, with nothing of ours in the way.

mod disk;
mod handler;
mod kept;
mod listing;
mod postgres;
mod recording;
mod replay;
mod script;
mod sqlite;
mod wire;

pub(crate) use handler::serve;

use crate::bench::Bench;
use crate::figures::{Figure, Variant};
use crate::group::GROUP;
use crate::send::Load;
use anyhow::{Context, Result};
use kept::Kept;
use recording::Scripts;
use std::sync::Arc;
use tokio::task::spawn_blocking;

/// Messages of a run of the bare handler, and of the run before it that warms up.
const MESSAGES: usize = 20_000;
const WARM_UP: usize = 2_000;
/// Which loads are said again without Snug.
const REPLAYED: [Load; 3] =
    [Load::Closed { members: 16 }, Load::Closed { members: 64 }, Load::Group { members: GROUP }];

/// What stands beside *send*: the wire, the disk, HTTP with JSON alone, and what a message says to each database.
pub(crate) async fn send(bench: &mut Bench) -> Result<()> {
    for _ in bench.progress.runs("wire, disk and bare handler", bench.runs) {
        bench.figures.add("machine", Variant::Limit, spawn_blocking(wire::ping_pong).await??);
        bench.figures.add("machine", Variant::Limit, spawn_blocking(disk::sync).await??);
        bench.figures.add("send 16", Variant::Limit, vec![handler::measure(16).await?]);
    }
    let mut lists = String::new();
    for (variant, database) in bench.databases.clone() {
        let kept = Kept::create(&database)?;
        let (scripts, kept) = (Arc::new(recording::record(kept.location(), 64).await?), Arc::new(kept));
        for load in REPLAYED {
            let (messages, name) = (usize::try_from(load.messages())?, load.name());
            replay(&kept, &scripts, load, messages / 10).await?;
            kept.analyze()?;
            for _ in bench.progress.runs(&format!("{} of {name}", kept.name()), bench.runs) {
                let rate = replay(&kept, &scripts, load, messages).await?;
                let figure = Figure::new(kept.name(), "messages/s", rate);
                bench.figures.add(&name, Variant::Limit, vec![figure]);
            }
        }
        lists.push_str(&listing::list(variant, &kept, &scripts).await?);
    }
    std::fs::create_dir_all(&bench.output)?;
    std::fs::write(bench.output.join("statements.md"), lists)?;
    Ok(())
}

/// Has so many say something again and again; returns messages a second.
async fn replay(kept: &Arc<Kept>, scripts: &Arc<Scripts>, load: Load, messages: usize) -> Result<f64> {
    let (kept, scripts) = (Arc::clone(kept), Arc::clone(scripts));
    spawn_blocking(move || {
        let senders = load.members();
        let scripts = match load {
            Load::Group { .. } => std::slice::from_ref(&scripts.group),
            Load::Closed { .. } | Load::Open { .. } => scripts.pairs.get(..senders).context("senders")?,
        };
        replay::run(&kept, scripts, senders, messages)
    })
    .await?
}
