//! Synapse, the server of Matrix, as its own people publish it on PyPI, on PostgreSQL.

mod install;
mod member;
mod place;

use crate::bench::Bench;
use crate::figures::{Figure, Variant};
use crate::postgres::{analyze, create_database_as};
use crate::process::{cpu, memory};
use crate::send::{Load, Server, Talkers, measure};
use crate::snug::Database;
use crate::talk::{Ear, Register};
use anyhow::{Context, Result};
use member::{Follower, Member, Sender, begin};
use place::{Place, Synapse};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;

/// Messages of a closed loop, and of the run before it that warms up: at some tens a second, ours would take an hour.
const MESSAGES: u32 = 1_000;
const WARM_UP: u32 = 100;
/// What it can carry.
const LOADS: [Load; 3] = [Load::Closed { members: 16 }, Load::Closed { members: 64 }, Load::Open { rate: 20 }];
const PAIRS: usize = 64;
/// Connections that wait.
const CONNECTIONS: usize = 1_000;
/// What Synapse insists on.
const COLLATION: &str = "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0";
/// Accounts that are made at once.
const AT_ONCE: usize = 16;
/// Until what was just done no longer counts.
const REST: Duration = Duration::from_secs(3);

/// Every load that it can carry, so many times.
pub(crate) async fn send(bench: &mut Bench) -> Result<()> {
    let stage = Stage::set_up(bench).await;
    let Some(stage) = found(bench, stage) else { return Ok(()) };
    note_settings(bench, &stage.place)?;
    measure(&stage, Load::Closed { members: 16 }, WARM_UP).await?;
    analyze(&stage.place.database)?;
    for load in LOADS {
        for _ in bench.progress.runs(&format!("{} on synapse", load.name()), bench.runs) {
            bench.figures.add(&load.name(), Variant::Synapse, measure(&stage, load, messages(load)).await?);
        }
    }
    Ok(())
}

/// How many are said in a run.
const fn messages(load: Load) -> u32 {
    match load {
        Load::Closed { .. } => MESSAGES,
        Load::Open { .. } | Load::Group { .. } => load.messages(),
    }
}

/// What it needs with nobody there, and for each who only waits.
pub(crate) async fn idle(bench: &mut Bench) -> Result<()> {
    let crowd = set_up_crowd(bench).await;
    let Some((place, members)) = found(bench, crowd) else { return Ok(()) };
    note_settings(bench, &place)?;
    for _ in bench.progress.runs("idle on synapse", bench.runs) {
        let synapse = Arc::new(place.start().await?);
        tokio::time::sleep(REST).await;
        let alone = memory(synapse.id())?;
        let process = Figure::new("process", "MiB", alone / 1_024.0);
        bench.figures.add("idle 0", Variant::Synapse, vec![process]);
        let each = (memory_with(&synapse, &members).await? - alone) / f64::from(u32::try_from(members.len())?);
        let name = format!("idle {}", members.len());
        bench.figures.add(&name, Variant::Synapse, vec![Figure::new("per connection", "KiB", each)]);
    }
    Ok(())
}

/// A place with as many accounts as there will be connections. What it took to make them is not in the memory of the
/// one that is started next.
async fn set_up_crowd(bench: &Bench) -> Result<(Place, Arc<Vec<Member>>)> {
    let place = set_up(bench)?;
    bench.progress.say(&format!("{CONNECTIONS} accounts on synapse"));
    let synapse = Arc::new(place.start().await?);
    let members = several(CONNECTIONS, move |number| {
        let synapse = Arc::clone(&synapse);
        async move { Member::register(&synapse, &format!("member{number}")).await }
    });
    Ok((place, Arc::new(members.await?)))
}

/// The memory in use while all of them wait, in KiB.
async fn memory_with(synapse: &Arc<Synapse>, members: &Arc<Vec<Member>>) -> Result<f64> {
    let (shared, members) = (Arc::clone(synapse), Arc::clone(members));
    let nothing = Register::new(0);
    let waiting = several(members.len(), move |number| {
        let (synapse, members, ear) = (Arc::clone(&shared), Arc::clone(&members), Ear::new(&nothing));
        async move {
            let member = members.get(number).context("a member")?;
            Ok(Follower::begin(&synapse, member).await?.listen(ear))
        }
    });
    let waiting = waiting.await?;
    tokio::time::sleep(REST).await;
    let used = memory(synapse.id());
    waiting.into_iter().for_each(|task| task.abort());
    used
}

/// Makes so many of something, some at once, in no order.
async fn several<T, F>(count: usize, make: impl Fn(usize) -> F + Clone + Send + 'static) -> Result<Vec<T>>
where
    T: Send + 'static,
    F: Future<Output = Result<T>> + Send,
{
    let mut making = JoinSet::new();
    for first in 0..AT_ONCE {
        let make = make.clone();
        making.spawn(async move {
            let mut made = Vec::new();
            for number in (first..count).step_by(AT_ONCE) {
                made.push(make(number).await?);
            }
            anyhow::Ok(made)
        });
    }
    let mut all = Vec::with_capacity(count);
    while let Some(made) = making.join_next().await {
        all.extend(made??);
    }
    Ok(all)
}

/// Who talks to whom, and where.
struct Pair {
    one: Member,
    other: Member,
    room: String,
}

impl Pair {
    async fn make(synapse: &Synapse, number: usize) -> Result<Self> {
        let one = Member::register(synapse, &format!("one{number}")).await?;
        let other = Member::register(synapse, &format!("other{number}")).await?;
        let room = begin(synapse, &one, &other).await?;
        Ok(Self { one, other, room })
    }
}

/// A Synapse with pairs of members who talk.
struct Stage {
    place: Place,
    synapse: Arc<Synapse>,
    pairs: Vec<Pair>,
}

impl Stage {
    async fn set_up(bench: &Bench) -> Result<Self> {
        let place = set_up(bench)?;
        bench.progress.say(&format!("{PAIRS} rooms of two on synapse"));
        let synapse = Arc::new(place.start().await?);
        let shared = Arc::clone(&synapse);
        let pairs = several(PAIRS, move |number| {
            let synapse = Arc::clone(&shared);
            async move { Pair::make(&synapse, number).await }
        });
        Ok(Self { pairs: pairs.await?, place, synapse })
    }
}

impl Server for Stage {
    type Voice = Sender;

    async fn talkers(&self, count: usize, register: &Arc<Register>) -> Result<Talkers<Sender>> {
        let mut talkers = Talkers { voices: Vec::new(), listening: Vec::new() };
        for pair in self.pairs.get(..count).context("pairs")? {
            let follower = Follower::begin(&self.synapse, &pair.other).await?;
            talkers.listening.push(follower.listen(Ear::new(register)));
            talkers.voices.push(Sender::connect(&self.synapse, &pair.one, &pair.room).await?);
        }
        Ok(talkers)
    }

    fn cpu(&self) -> Result<Duration> {
        cpu(self.synapse.id())
    }
}

/// Installs it if need be, and sets it up on a database of its own.
fn set_up(bench: &Bench) -> Result<Place> {
    let server = bench.databases.iter().find_map(|(_, database)| match database {
        Database::Postgres(server) => Some(server.as_str()),
        Database::Sqlite => None,
    });
    let server = server.context("it needs a PostgreSQL, and none was given")?;
    let folder = std::path::absolute(bench.output.join("peers/synapse"))?;
    let python = install::install(&folder.join("venv"))?;
    let database = create_database_as(server, COLLATION)?;
    Place::set_up(python, folder.join("data"), &database)
}

/// Notes how it was measured, in words.
fn note_settings(bench: &mut Bench, place: &Place) -> Result<()> {
    let version = place.version()?;
    let settings = format!(
        "{version}: one process, no TLS, federation and presence off, its limits off, on the PostgreSQL that Snug has \
         too, which waits for the disk. {MESSAGES} messages in a closed loop, {WARM_UP} before it to warm up; \
         recipients follow by sync, which waits up to 30 s. CPU and memory are those of its process, without the \
         database. Left out, as beyond it: send 1000/s, idle 10000."
    );
    bench.set(Variant::Synapse, settings);
    Ok(())
}

/// What was set up; or notes that it is missing, and why.
fn found<T>(bench: &mut Bench, set_up: Result<T>) -> Option<T> {
    set_up.map_err(|error| bench.miss(format!("synapse: {error:#}"))).ok()
}

#[cfg(test)]
mod tests {
    use super::{MESSAGES, messages, several};
    use crate::send::Load;

    #[test]
    fn it_is_asked_to_carry_less_in_a_closed_loop_and_as_much_as_others_in_an_open_one() {
        assert_eq!(messages(Load::Closed { members: 16 }), MESSAGES);
        assert_eq!(messages(Load::Open { rate: 20 }), Load::Open { rate: 20 }.messages());
    }

    #[tokio::test]
    async fn each_of_several_is_made_once() {
        let mut made = several(40, |number| async move { Ok(number) }).await.unwrap();
        made.sort_unstable();
        assert!(made.into_iter().eq(0..40));
    }

    #[tokio::test]
    async fn when_one_cannot_be_made_it_is_said() {
        let made = several(40, |number| async move {
            anyhow::ensure!(number != 33, "no {number}");
            Ok(number)
        })
        .await;
        assert_eq!(made.unwrap_err().to_string(), "no 33");
    }
}
