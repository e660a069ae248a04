//! Crash: members who talk while the program is killed, again and again, in the middle of whatever it does.

use crate::bench::Bench;
use crate::client::{Caller, Client};
use crate::figures::{Figure, Variant, number};
use crate::ledger::{Ledger, list};
use crate::send::{Pair, Stage, run_mark};
use crate::snug::{Database, field};
use crate::talk::LENGTH;
use anyhow::{Context, Result, ensure};
use hyper::StatusCode;
use serde_json::json;
use std::ops::Range;
use std::time::Duration;
use tokio::task::JoinSet;

const KILLS: u32 = 200;
const MEMBERS: usize = 16;
/// How long members talk until they are cut off, in microseconds: from the first message on its way to hundreds there.
const TALKING: Range<u64> = 0..150_000;

/// Somebody who sends, over all kills.
struct Sender {
    caller: Caller,
    path: String,
    /// What the keys of their messages begin with.
    mark: String,
    said: usize,
    /// The answers they had: keys and ids.
    answers: Vec<(String, String)>,
    /// How often they had none.
    cut_off: usize,
    /// How often what had no answer was there all the same: they were told so when they sent it again.
    there_already: usize,
}

impl Sender {
    /// Sends one message after the other until the program is gone. What had no answer the last time is sent again
    /// first, as a browser does.
    async fn talk(&mut self) -> Result<()> {
        let Ok(mut client) = Client::connect(self.caller.clone()).await else { return Ok(()) };
        loop {
            let client_id = format!("{}{}", self.mark, self.said);
            let text = format!("{client_id:.<LENGTH$}");
            let message = json!({ "text": text, "client_id": client_id });
            let Ok(answer) = client.post(&self.path, message.to_string()).await else {
                self.cut_off += 1;
                return Ok(());
            };
            // One that was taken before is answered with 200.
            let status = if answer.status == StatusCode::OK { StatusCode::OK } else { StatusCode::CREATED };
            self.there_already += usize::from(status == StatusCode::OK);
            self.answers.push((client_id, field(&answer, status, "id")?));
            self.said += 1;
        }
    }
}

/// All kills on each database.
pub(crate) async fn run(bench: &mut Bench) -> Result<()> {
    for (variant, database) in bench.databases.clone() {
        let figures = measure(bench, variant, &database).await?;
        bench.figures.add("crash", variant, figures);
    }
    Ok(())
}

async fn measure(bench: &Bench, variant: Variant, database: &Database) -> Result<Vec<Figure>> {
    let folder = tempfile::tempdir()?;
    let mut stage = Stage::set_up(&bench.program, folder.path(), database, MEMBERS).await?;
    let mark = format!("{}-", run_mark());
    let mut senders = senders(&stage, &mark);
    for kill in 1..=KILLS {
        if kill % 20 == 1 {
            bench.progress.say(&format!("crash on {}: kill {kill} of {KILLS}", variant.name()));
        }
        senders = talk_until_killed(&mut stage, senders).await?;
        stage.restart().await?;
    }
    let mut ledger = Ledger::default();
    let cut_off: usize = senders.iter().map(|sender| sender.cut_off).sum();
    let there_already = senders.iter().map(|sender| sender.there_already).sum();
    ensure!(cut_off > 0, "nothing was ever cut off: the kills came too late");
    for (client_id, id) in senders.into_iter().flat_map(|sender| sender.answers) {
        ledger.acknowledge(client_id, id);
    }
    let compared = ledger.compare(&list(&stage).await?, &mark);
    let count = |name, value: usize| Figure::new(name, "messages", number(value));
    Ok(vec![
        count("lost", compared.lost),
        count("twice", compared.twice),
        count("acknowledged", ledger.count()),
        count("cut off", cut_off),
        count("cut off, there already", there_already),
        Figure::new("kills", "kills", KILLS.into()),
    ])
}

fn senders(stage: &Stage, mark: &str) -> Vec<Sender> {
    let sender = |(number, pair): (usize, &Pair)| Sender {
        caller: stage.snug.caller(&pair.one),
        path: pair.messages(),
        mark: format!("{mark}{number}-"),
        said: 0,
        answers: Vec::new(),
        cut_off: 0,
        there_already: 0,
    };
    stage.pairs.iter().enumerate().map(sender).collect()
}

/// Everybody sends; at some moment the program is killed.
async fn talk_until_killed(stage: &mut Stage, senders: Vec<Sender>) -> Result<Vec<Sender>> {
    let mut talking = JoinSet::new();
    for mut sender in senders {
        // It listens elsewhere after each start.
        sender.caller.address = stage.snug.address;
        talking.spawn(async move { sender.talk().await.map(|()| sender) });
    }
    tokio::time::sleep(Duration::from_micros(fastrand::u64(TALKING))).await;
    stage.snug.process.kill()?;
    let mut senders = Vec::new();
    while let Some(sender) = talking.join_next().await {
        senders.push(sender.context("a sender")??);
    }
    Ok(senders)
}
