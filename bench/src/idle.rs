//! Idle: what it costs that people are there and nothing happens.

use crate::bench::Bench;
use crate::client::{Client, Events};
use crate::figures::{Figure, number};
use crate::peers;
use crate::process::memory;
use crate::snug::{Database, Limits, Member, Place, Snug, field};
use anyhow::{Context, Result, anyhow, bail};
use hyper::StatusCode;
use serde_json::json;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

/// Members who follow what happens. One may have 50 streams.
const MEMBERS: usize = 250;
/// How many are there at once.
const CONNECTIONS: [usize; 2] = [1_000, 10_000];
/// How many are opened at a time, so that nobody has to wait to be let in.
const OPENING: usize = 16;
/// How long it rests after it was started.
const REST: Duration = Duration::from_secs(3);
/// How long memory has to stay as it is; each stream gives a sign of life meanwhile.
const SETTLED: Duration = Duration::from_secs(22);
/// How long that may take.
const LONGEST: Duration = Duration::from_secs(120);

/// Nobody, and each number of connections, so many times.
pub(crate) async fn run(bench: &mut Bench) -> Result<()> {
    for (variant, database) in bench.databases.clone() {
        bench.progress.say(&format!("idle on {}: making {MEMBERS} members", variant.name()));
        let folder = tempfile::tempdir()?;
        let crowd = Crowd::set_up(bench, folder.path(), &database).await?;
        for _ in bench.progress.runs(&format!("idle on {}", variant.name()), bench.runs) {
            bench.figures.add("idle 0", variant, nobody(&crowd.place).await?);
            for count in CONNECTIONS {
                let name = format!("idle {count}");
                let each = crowd.memory_of_each(count).await?;
                bench.figures.add(&name, variant, vec![Figure::new("per connection", "KiB", each)]);
            }
        }
    }
    if bench.is_alone {
        return Ok(());
    }
    peers::prosody::idle(bench).await?;
    peers::synapse::idle(bench).await
}

/// What it costs with nobody there.
async fn nobody(place: &Place) -> Result<Vec<Figure>> {
    let starting = Instant::now();
    let snug = place.start().await?;
    let ready = starting.elapsed();
    sleep(REST).await;
    let used = memory(snug.process.id())? / 1_024.0;
    Ok(vec![Figure::new("process", "MiB", used), Figure::new("start to ready", "ms", ready.as_secs_f64() * 1_000.0)])
}

/// Members, of whom the first has a conversation with the last.
struct Crowd {
    place: Place,
    members: Vec<Member>,
    conversation: String,
}

impl Crowd {
    async fn set_up(bench: &Bench, folder: &std::path::Path, database: &Database) -> Result<Self> {
        let place = Place::set_up(&bench.program, folder, database, Limits::Off)?;
        let names = (0..MEMBERS).map(|number| format!("member{number}"));
        let members = names.map(|name| place.add_member(&name)).collect::<Result<Vec<_>>>()?;
        let snug = place.start().await?;
        let (one, other) = ends(&members)?;
        let conversation = snug.begin(one, other).await?;
        Ok(Self { place, members, conversation })
    }

    /// What one of so many connections costs, in KiB.
    async fn memory_of_each(&self, count: usize) -> Result<f64> {
        let snug = self.place.start().await?;
        // The first of all pays for what all share.
        drop(self.open(&snug, 0).await?);
        sleep(REST).await;
        let before = memory(snug.process.id())?;
        let mut streams = self.open_many(&snug, count).await?;
        let used = settled(&snug).await? - before;
        for (_, stream) in &mut streams {
            let beat = timeout(Duration::from_secs(1), stream.next()).await;
            beat.ok().flatten().context("a stream without a sign of life")?;
        }
        self.say_and_hear(&snug, streams).await?;
        Ok(used / number(count))
    }

    /// Opens so many streams, evenly for all members; returns each with the place of its member.
    async fn open_many(&self, snug: &Snug, count: usize) -> Result<Vec<(usize, Events)>> {
        let mut opening = JoinSet::new();
        let mut streams = Vec::with_capacity(count);
        for number in 0..count {
            if opening.len() >= OPENING {
                let opened = opening.join_next().await.context("a stream")?;
                streams.push(opened??);
            }
            let place = number % self.members.len();
            let open = self.open(snug, place);
            opening.spawn(async move { anyhow::Ok((place, open.await?)) });
        }
        while let Some(opened) = opening.join_next().await {
            streams.push(opened??);
        }
        Ok(streams)
    }

    /// A stream of one member whose first event is there.
    fn open(&self, snug: &Snug, place: usize) -> impl Future<Output = Result<Events>> + Send + use<> {
        let caller = self.members.get(place).map(|member| snug.caller(member));
        async move {
            let client = Client::connect(caller.context("a member")?).await?;
            let mut stream = client.follow("/api/v1/live").await?;
            stream.next().await.context("a stream that ended at once")?;
            Ok(stream)
        }
    }

    /// Says something, which all streams of the one it is said to have to hear.
    async fn say_and_hear(&self, snug: &Snug, streams: Vec<(usize, Events)>) -> Result<()> {
        let (one, other) = ends(&self.members)?;
        let text = "Is anybody there?";
        let message = json!({ "text": text, "client_id": format!("{}", snug.process.id()) });
        let mut client = Client::connect(snug.caller(one)).await?;
        let path = format!("/api/v1/conversations/{}/messages", self.conversation);
        field(&client.post(&path, message.to_string()).await?, StatusCode::CREATED, "id")?;
        for (_, mut stream) in streams.into_iter().filter(|(place, _)| place + 1 == self.members.len()) {
            let heard = timeout(Duration::from_secs(10), hear(&mut stream, text.as_bytes())).await;
            heard.map_err(|_| anyhow!("a stream of {} did not hear it", other.handle))??;
        }
        Ok(())
    }
}

/// The first and the last.
fn ends(members: &[Member]) -> Result<(&Member, &Member)> {
    members.first().zip(members.last()).context("members")
}

/// Reads a stream until this was in it.
async fn hear(stream: &mut Events, text: &[u8]) -> Result<()> {
    let mut heard = Vec::new();
    while let Some(piece) = stream.next().await {
        heard.extend_from_slice(&piece);
        if heard.windows(text.len()).any(|window| window == text) {
            return Ok(());
        }
    }
    bail!("a stream ended")
}

/// The memory of the process once it has settled, in KiB.
async fn settled(snug: &Snug) -> Result<f64> {
    let began = Instant::now();
    let mut steady = Steady::default();
    while began.elapsed() < LONGEST {
        let used = memory(snug.process.id())?;
        if steady.since(used, Instant::now()) >= SETTLED {
            return Ok(used);
        }
        sleep(Duration::from_millis(500)).await;
    }
    bail!("memory did not settle within {} s", LONGEST.as_secs())
}

/// A value that is watched until it stays as it is.
#[derive(Default)]
struct Steady {
    kept: Option<(f64, Instant)>,
}

impl Steady {
    /// How long it has been within a hundredth of what it is now.
    fn since(&mut self, value: f64, now: Instant) -> Duration {
        match self.kept {
            Some((kept, since)) if (value - kept).abs() <= kept / 100.0 => now - since,
            _ => {
                self.kept = Some((value, now));
                Duration::ZERO
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Steady;
    use std::time::{Duration, Instant};

    #[test]
    fn a_value_is_steady_since_it_last_moved() {
        let (mut steady, began) = (Steady::default(), Instant::now());
        let at = |seconds| began + Duration::from_secs(seconds);
        assert_eq!(steady.since(100.0, at(0)), Duration::ZERO);
        assert_eq!(steady.since(100.5, at(3)), Duration::from_secs(3));
        assert_eq!(steady.since(102.0, at(4)), Duration::ZERO, "it moved");
        assert_eq!(steady.since(102.0, at(9)), Duration::from_secs(5));
    }
}
