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
use anyhow::{Context, Result};
use kept::Kept;
use script::Script;
use std::sync::Arc;
use tokio::task::spawn_blocking;

/// Messages of a run, and of the run before it that warms up.
const MESSAGES: usize = 20_000;
const WARM_UP: usize = 2_000;
/// How many say something at once.
const SENDERS: [usize; 2] = [16, 64];

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
        let scripts: Arc<[Script]> = recording::record(kept.location(), 64).await?.into();
        let kept = Arc::new(kept);
        for senders in SENDERS {
            replay(&kept, &scripts, senders, WARM_UP).await?;
            kept.analyze()?;
            for _ in bench.progress.runs(&format!("{} of {senders}", kept.name()), bench.runs) {
                let rate = replay(&kept, &scripts, senders, MESSAGES).await?;
                let figure = Figure::new(kept.name(), "messages/s", rate);
                bench.figures.add(&format!("send {senders}"), Variant::Limit, vec![figure]);
            }
        }
        lists.push_str(&listing::list(variant, &kept, &scripts).await?);
    }
    std::fs::create_dir_all(&bench.output)?;
    std::fs::write(bench.output.join("statements.md"), lists)?;
    Ok(())
}

/// Has the first so many say something again and again; returns messages a second.
async fn replay(kept: &Arc<Kept>, scripts: &Arc<[Script]>, senders: usize, messages: usize) -> Result<f64> {
    let (kept, scripts) = (Arc::clone(kept), Arc::clone(scripts));
    spawn_blocking(move || {
        let senders = scripts.get(..senders).context("senders")?;
        replay::run(&kept, senders, messages)
    })
    .await?
}
