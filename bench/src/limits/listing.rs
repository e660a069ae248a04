//! What a message says to a database, as a list for people: every statement, with the time it takes alone.

use super::kept::Kept;
use super::postgres::Client;
use super::recording::Scripts;
use super::replay::Connection;
use super::script::{Access, Script, Step, Turn};
use super::sqlite::File;
use crate::figures::{Times, Variant};
use anyhow::{Context, Result};
use snug_store::Location;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::spawn_blocking;

/// How often each is said.
const TIMES: usize = 500;

/// The list of one database, in Markdown.
pub(super) async fn list(variant: Variant, kept: &Arc<Kept>, scripts: &Arc<Scripts>) -> Result<String> {
    let (kept, scripts) = (Arc::clone(kept), Arc::clone(scripts));
    let rows = spawn_blocking(move || {
        let script = scripts.pairs.first().context("somebody who talks")?;
        match kept.location() {
            Location::Sqlite { file, .. } => say(File::open_reader(file)?, File::open_writer(file)?, script),
            Location::Postgres { url, .. } => say(Client::connect(url)?, Client::connect(url)?, script),
        }
    });
    Ok(table(variant, rows.await??))
}

/// A statement of a message.
struct Row {
    access: Access,
    /// Who waits: the sender, or whoever follows.
    is_waited_for: bool,
    sql: String,
    took: Vec<Duration>,
}

/// Says everything of one sender again and again, alone.
fn say<C: Connection>(mut reader: C, mut writer: C, script: &Script) -> Result<Vec<Row>> {
    let waited_for = script.asked.len();
    let mut rows: Vec<Row> = Vec::new();
    for (number, step) in script.steps().enumerate() {
        let [begin, end] = C::brackets(step.access);
        let texts = [begin].into_iter().chain(step.lines.iter().map(|line| line.sql.as_str())).chain([end]);
        let is_waited_for = number < waited_for;
        let row = |sql: &str| Row { access: step.access, is_waited_for, sql: sql.to_owned(), took: Vec::new() };
        rows.extend(texts.map(row));
    }
    for _ in 0..TIMES {
        let turn = script.turn();
        let mut left = rows.iter_mut();
        for step in script.steps() {
            let connection = if step.access == Access::Read { &mut reader } else { &mut writer };
            for took in transact(connection, step, &turn)? {
                left.next().context("a row")?.took.push(took);
            }
        }
    }
    Ok(rows)
}

/// One transaction; how long each statement of it took.
fn transact<C: Connection>(connection: &mut C, step: &Step, turn: &Turn) -> Result<Vec<Duration>> {
    let [begin, end] = C::brackets(step.access);
    let mut times = Vec::with_capacity(step.lines.len() + 2);
    let mut began = Instant::now();
    let mut note = || {
        times.push(began.elapsed());
        began = Instant::now();
    };
    connection.control(begin)?;
    note();
    for line in &step.lines {
        connection.say(line, turn)?;
        note();
    }
    connection.control(end)?;
    note();
    Ok(times)
}

fn table(variant: Variant, rows: Vec<Row>) -> String {
    let mut table = format!(
        "# A message on {}\n\n{} statements, those that begin and end transactions included.\n\n\
         | who waits | access | µs alone (p50) | statement |\n| --- | --- | ---: | --- |\n",
        variant.name(),
        rows.len()
    );
    for row in rows {
        let who = if row.is_waited_for { "sender" } else { "follower" };
        let access = if row.access == Access::Read { "read" } else { "write" };
        let took = row.took.into_iter().collect::<Times>().percentile(50) * 1_000.0;
        let sql = row.sql.split_whitespace().collect::<Vec<_>>().join(" ");
        table.push_str(&format!("| {who} | {access} | {took:.1} | `{sql}` |\n"));
    }
    table.push('\n');
    table
}
