//! Overload: ten times as many messages as can be carried, from a crowd that does not wait for each other. What is
//! refused has to be refused clearly, what is acknowledged has to be there, and soon after it has to be as it was.

use crate::bench::Bench;
use crate::client::{Answer, Caller, Client};
use crate::figures::{Figure, Times, Variant, number};
use crate::ledger::{Ledger, list};
use crate::process::peak_memory;
use crate::send::{Stage, run_mark};
use crate::snug::field;
use crate::talk::LENGTH;
use anyhow::{Context, Result, ensure};
use hyper::StatusCode;
use hyper::header::{CONTENT_TYPE, RETRY_AFTER};
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

const WORKLOAD: &str = "send overload";
/// How many times more than can be carried.
const TIMES: f64 = 10.0;
const OVERLOADED: Duration = Duration::from_secs(10);
/// Browsers with a connection each: more than may wait inside, fewer than the files a process usually may open.
const BROWSERS: usize = 16_000;
/// What is sent before and after, each second, to see how it answers when there is little to do.
const CALM_RATE: f64 = 20.0;
const CALM_BROWSERS: usize = 100;
const CALM_BEFORE: Duration = Duration::from_secs(5);
/// How long it may take until it is back to normal, which is so many times what it took before.
const CALM_AFTER: Duration = Duration::from_secs(90);
const NORMAL: f64 = 3.0;
/// How long anybody waits for an answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// People who send, each from a browser of their own that nobody else is waiting with.
struct Crowd {
    free: Mutex<Vec<Browser>>,
    /// What the keys of their messages begin with.
    mark: String,
    said: AtomicUsize,
}

/// A connection that is kept, and the path it sends to.
struct Browser {
    caller: Caller,
    client: Client,
    path: String,
}

/// A message that was sent.
struct Sent {
    client_id: String,
    /// When it was due, since the beginning.
    due: Duration,
    /// From then on until the answer.
    took: Duration,
    outcome: Outcome,
}

#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    /// Under this id.
    Taken(String),
    /// In words that a program understands.
    Refused,
    /// Whatever else came back, or nothing.
    Broken(String),
}

/// What was sent within some time.
struct Pressed {
    /// Those whose answers may still be on their way.
    sent: JoinSet<Sent>,
    /// What was due, and could not be sent, since nobody was free.
    not_asked: usize,
}

impl Crowd {
    /// So many people, connected and quiet.
    async fn gather(stage: &Stage, count: usize, name: &str) -> Result<Arc<Self>> {
        let mut free = Vec::with_capacity(count);
        for pair in stage.pairs.iter().cycle().take(count) {
            let caller = stage.snug.caller(&pair.one);
            let client = Client::connect(caller.clone()).await?;
            free.push(Browser { caller, client, path: pair.messages() });
        }
        let mark = format!("{name}-{}-", run_mark());
        Ok(Arc::new(Self { free: Mutex::new(free), mark, said: AtomicUsize::new(0) }))
    }

    /// Sends so many a second for so long, whatever becomes of them.
    async fn press(self: &Arc<Self>, rate: f64, time: Duration) -> Pressed {
        let (began, step) = (Instant::now(), Duration::from_secs_f64(1.0 / rate));
        let mut pressed = Pressed { sent: JoinSet::new(), not_asked: 0 };
        let mut due = Duration::ZERO;
        while due < time {
            while due <= began.elapsed() && due < time {
                match self.free().pop() {
                    Some(browser) => drop(pressed.sent.spawn(Arc::clone(self).send(browser, began, due))),
                    None => pressed.not_asked += 1,
                }
                due += step;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        pressed
    }

    /// Those with whom one can send now.
    fn free(&self) -> MutexGuard<'_, Vec<Browser>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn send(self: Arc<Self>, mut browser: Browser, began: Instant, due: Duration) -> Sent {
        let client_id = format!("{}{}", self.mark, self.said.fetch_add(1, Ordering::Relaxed));
        let text = format!("{client_id:.<LENGTH$}");
        let message = json!({ "text": text, "client_id": client_id }).to_string();
        let outcome = match tokio::time::timeout(PATIENCE, browser.ask(message)).await {
            Ok(Ok(answer)) => outcome(&answer),
            Ok(Err(error)) => Outcome::Broken(format!("{error:#}")),
            Err(_) => Outcome::Broken(String::from("no answer")),
        };
        let took = began.elapsed().saturating_sub(due);
        self.free().push(browser);
        Sent { client_id, due, took, outcome }
    }
}

impl Browser {
    async fn ask(&mut self, message: String) -> Result<Answer> {
        if self.client.is_closed() {
            self.client = Client::connect(self.caller.clone()).await?;
        }
        self.client.post(&self.path, message).await
    }
}

/// What an answer says. A refusal is clear if a program knows from it what went wrong and when to try again.
fn outcome(answer: &Answer) -> Outcome {
    let of_kind = |kind: &str| answer.headers.get(CONTENT_TYPE).is_some_and(|value| value == kind);
    let is_refusal = matches!(answer.status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS);
    if is_refusal && answer.headers.contains_key(RETRY_AFTER) && of_kind("application/problem+json") {
        return Outcome::Refused;
    }
    match field(answer, StatusCode::CREATED, "id") {
        Ok(id) => Outcome::Taken(id),
        Err(error) => Outcome::Broken(format!("{error:#}")),
    }
}

/// How it went.
#[derive(Default)]
struct Went {
    ledger: Ledger,
    taken: Vec<Duration>,
    refused: Vec<Duration>,
    errors: Vec<String>,
    /// How many were taken while the crowd still pressed.
    in_time: usize,
}

impl Went {
    async fn of(pressed: &mut Pressed) -> Result<Self> {
        let mut went = Self::default();
        while let Some(sent) = pressed.sent.join_next().await {
            let sent = sent.context("a browser")?;
            match sent.outcome {
                Outcome::Taken(id) => {
                    went.in_time += usize::from(sent.due + sent.took <= OVERLOADED);
                    went.ledger.acknowledge(sent.client_id, id);
                    went.taken.push(sent.took);
                }
                Outcome::Refused => went.refused.push(sent.took),
                Outcome::Broken(why) => went.errors.push(why),
            }
        }
        Ok(went)
    }
}

/// As often as anything is measured, at ten times what was carried just now.
pub(crate) async fn run(bench: &mut Bench, variant: Variant, stage: &Stage) -> Result<()> {
    let measured = bench.figures.measured().into_iter();
    let mut carried = measured.filter(|one| one.workload == "send 16" && one.variant == variant);
    let carried = carried.find(|one| one.figure == "messages/s").context("what can be carried")?.median;
    for _ in bench.progress.runs(&format!("{WORKLOAD} on {}", variant.name()), bench.runs) {
        bench.figures.add(WORKLOAD, variant, measure(stage, carried * TIMES).await?);
    }
    Ok(())
}

/// One run; its figures.
async fn measure(stage: &Stage, rate: f64) -> Result<Vec<Figure>> {
    let calm = Crowd::gather(stage, CALM_BROWSERS, "calm").await?;
    let crowd = Crowd::gather(stage, BROWSERS, "crowd").await?;
    let before = p50(calm.press(CALM_RATE, CALM_BEFORE).await).await?;
    let mut pressed = crowd.press(rate, OVERLOADED).await;
    // Many still wait for their answers, as they would.
    let back = back_to_normal(&calm, before).await?;
    let went = Went::of(&mut pressed).await?;
    if let Some(why) = went.errors.first() {
        eprintln!("{} errors, the first of them: {why}", went.errors.len());
    }
    let peak = peak_memory(stage.snug.process.id())? / 1_024.0;
    let compared = went.ledger.compare(&list(stage).await?, &crowd.mark);
    let asked = went.taken.len() + went.refused.len() + went.errors.len();
    ensure!(asked > 0, "nothing was asked");
    let count = |name, value: usize| Figure::new(name, "messages", number(value));
    let mut figures = vec![
        Figure::new("answered", "messages/s", number(went.in_time) / OVERLOADED.as_secs_f64()),
        Figure::new("refused", "%", 100.0 * number(went.refused.len()) / number(asked)),
        Figure::new("not asked", "%", 100.0 * number(pressed.not_asked) / number(asked + pressed.not_asked)),
        Figure::new("send p99", "ms", went.taken.into_iter().collect::<Times>().percentile(99)),
        count("errors", went.errors.len()),
        count("lost", compared.lost),
        count("twice", compared.twice),
        count("refused, yet there", compared.unknown),
        Figure::new("back to normal", "s", back.as_secs_f64()),
        Figure::new("process", "MiB", peak),
    ];
    if !went.refused.is_empty() {
        let refusals: Times = went.refused.into_iter().collect();
        figures.push(Figure::new("refusal p99", "ms", refusals.percentile(99)));
    }
    Ok(figures)
}

/// How long it takes until a second of what was sent before is answered nearly as before.
async fn back_to_normal(calm: &Arc<Crowd>, before: f64) -> Result<Duration> {
    let began = Instant::now();
    loop {
        let waited = began.elapsed();
        ensure!(waited < CALM_AFTER, "not back to normal after {} s", CALM_AFTER.as_secs());
        if p50(calm.press(CALM_RATE, Duration::from_secs(1)).await).await? <= before * NORMAL {
            return Ok(waited);
        }
    }
}

/// What half of those who sent waited at most, in milliseconds; who was refused has waited in vain.
async fn p50(mut pressed: Pressed) -> Result<f64> {
    let mut times = Vec::new();
    while let Some(sent) = pressed.sent.join_next().await {
        let sent = sent.context("a browser")?;
        times.push(if matches!(sent.outcome, Outcome::Taken(_)) { sent.took } else { PATIENCE });
    }
    Ok(times.into_iter().collect::<Times>().percentile(50))
}

#[cfg(test)]
mod tests {
    use super::{Outcome, outcome};
    use crate::client::Answer;
    use hyper::StatusCode;
    use hyper::header::{CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER};

    fn answer(status: StatusCode, headers: HeaderMap) -> Answer {
        Answer { status, headers, body: r#"{"id":"x"}"#.into() }
    }

    fn refusal() -> HeaderMap {
        let kind = HeaderValue::from_static("application/problem+json");
        HeaderMap::from_iter([(RETRY_AFTER, HeaderValue::from_static("1")), (CONTENT_TYPE, kind)])
    }

    #[test]
    fn a_refusal_says_when_to_try_again() {
        let busy = StatusCode::SERVICE_UNAVAILABLE;
        assert_eq!(outcome(&answer(busy, refusal())), Outcome::Refused);
        assert!(matches!(outcome(&answer(busy, HeaderMap::new())), Outcome::Broken(_)));
        assert!(matches!(outcome(&answer(StatusCode::INTERNAL_SERVER_ERROR, refusal())), Outcome::Broken(_)));
        assert_eq!(outcome(&answer(StatusCode::CREATED, HeaderMap::new())), Outcome::Taken(String::from("x")));
    }
}
