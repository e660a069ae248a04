//! Bystanders: members who open pages, send messages and sign in at a steady rate while latency is measured.

use super::{PASSWORD, Scene, network_of, sign_in};
use crate::client::Client;
use crate::figures::{Figure, Times};
use crate::send::run_mark;
use anyhow::{Context, Result, ensure};
use hyper::StatusCode;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Requests per second of each kind.
const PAGES: u32 = 20;
const MESSAGES: u32 = 10;
const SIGN_INS: u32 = 1;
/// The latency counted for a request that was refused or timed out.
const PATIENCE: Duration = Duration::from_secs(30);

/// The bystanders, signed in.
pub(super) struct Bystanders {
    scene: Arc<Scene>,
    cookies: Arc<Vec<String>>,
    /// Counters of pages, messages and sign-ins, for taking the members in turn.
    turns: [AtomicUsize; 3],
}

/// Latencies of one measurement.
pub(super) struct Waits {
    pages: Times,
    messages: Times,
    sign_ins: Times,
}

impl Waits {
    pub(super) fn figures(&self, when: &str) -> Vec<Figure> {
        let all = [("page", &self.pages), ("send", &self.messages), ("sign-in", &self.sign_ins)];
        all.map(|(name, times)| Figure::new(format!("{when}{name} p95"), "ms", times.percentile(95))).into()
    }
}

/// A request of a bystander.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Page,
    Message,
    SignIn,
}

impl Bystanders {
    /// Signs in the four members who open pages.
    pub(super) async fn gather(scene: &Arc<Scene>) -> Result<Self> {
        let mut cookies = Vec::new();
        for pair in scene.bystanders.iter().take(4) {
            cookies.push(sign_in(&scene.snug, &pair.one).await?);
        }
        Ok(Self { scene: Arc::clone(scene), cookies: Arc::new(cookies), turns: Default::default() })
    }

    /// Measures for this long.
    pub(super) async fn watch(&self, time: Duration) -> Result<Waits> {
        let (pages, messages, sign_ins) = tokio::join!(
            self.pace(Act::Page, PAGES, time),
            self.pace(Act::Message, MESSAGES, time),
            self.pace(Act::SignIn, SIGN_INS, time),
        );
        Ok(Waits { pages: pages?, messages: messages?, sign_ins: sign_ins? })
    }

    /// Sends requests at a fixed rate (open loop); latency counts from the moment each was due.
    async fn pace(&self, act: Act, rate: u32, time: Duration) -> Result<Times> {
        let (began, mut due, mut acting) = (Instant::now(), Duration::ZERO, JoinSet::new());
        let [pages, messages, sign_ins] = &self.turns;
        let turns = match act {
            Act::Page => pages,
            Act::Message => messages,
            Act::SignIn => sign_ins,
        };
        while due < time {
            tokio::time::sleep_until((began + due).into()).await;
            let (scene, cookies, since) = (Arc::clone(&self.scene), Arc::clone(&self.cookies), began + due);
            let turn = turns.fetch_add(1, Ordering::Relaxed);
            acting.spawn(async move {
                let done = tokio::time::timeout(PATIENCE, perform(&scene, &cookies, act, turn)).await;
                match done {
                    Ok(Ok(())) => since.elapsed(),
                    Ok(Err(error)) => {
                        eprintln!("a bystander was not served: {error:#}");
                        PATIENCE
                    }
                    Err(_) => PATIENCE,
                }
            });
            due += Duration::from_secs(1) / rate;
        }
        let mut waits = Vec::new();
        while let Some(wait) = acting.join_next().await {
            waits.push(wait.context("a bystander")?);
        }
        Ok(waits.into_iter().collect())
    }
}

async fn perform(scene: &Scene, cookies: &[String], act: Act, turn: usize) -> Result<()> {
    let pair = scene.bystanders.get(turn % scene.bystanders.len()).context("a pair")?;
    match act {
        Act::Page => {
            let reader = turn % cookies.len();
            let (cookie, read) = cookies.get(reader).zip(scene.bystanders.get(reader)).context("a reader")?;
            let mut client = Client::connect(scene.snug.nobody()).await?;
            let (_, page) = client.open(&format!("/conversations/{}", read.conversation), cookie).await?;
            ensure!(page.status == StatusCode::OK, "a page answered {}", page.status);
        }
        Act::Message => {
            let mut client = Client::connect(scene.snug.caller(&pair.one)).await?;
            let message = json!({ "text": "How are you?", "client_id": format!("{}-{turn}", run_mark()) });
            let answer = client.post(&pair.messages(), message.to_string()).await?;
            ensure!(answer.status == StatusCode::CREATED, "a message answered {}", answer.status);
        }
        Act::SignIn => {
            let member = &pair.other;
            let caller = scene.snug.nobody().from(network_of(&member.handle));
            let address = format!("{}@example.org", member.handle);
            Client::connect(caller).await?.sign_in(&address, PASSWORD).await?;
        }
    }
    Ok(())
}
