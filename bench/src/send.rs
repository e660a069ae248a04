//! Sending: so many members say something to as many others, who follow what happens.

use crate::bench::Bench;
use crate::client::{Client, Events};
use crate::figures::{Figure, Variant};
use crate::group::GROUP;
use crate::limits;
use crate::overload;
use crate::peers;
use crate::process::cpu;
use crate::snug::{Database, Limits, Member, Place, Snug, field};
use crate::talk::{Ear, Register, Voice, closed_loop, open_loop};
use anyhow::{Context, Result};
use hyper::StatusCode;
use serde_json::json;
use snug_domain::ConversationId;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;

/// Messages of a closed loop, and of the run before it that warms up.
const MESSAGES: u32 = 20_000;
pub(crate) const WARM_UP: u32 = 2_000;
/// Messages in a group, which has to hear all of them.
const GROUP_MESSAGES: u32 = 2_000;
const GROUP_WARM_UP: u32 = 200;
/// Seconds of an open loop.
const SECONDS: u32 = 10;

/// What is asked of whoever is measured.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Load {
    /// So many members at once, each as fast as it goes.
    Closed { members: usize },
    /// So many messages a second, of 64 members.
    Open { rate: u32 },
    /// So many members of one conversation at once, each as fast as it goes; all of them hear it.
    Group { members: usize },
}

impl Load {
    pub(crate) const ALL: [Self; 4] = [
        Self::Closed { members: 16 },
        Self::Closed { members: 64 },
        Self::Open { rate: 20 },
        Self::Open { rate: 1_000 },
    ];

    pub(crate) fn name(self) -> String {
        match self {
            Self::Closed { members } => format!("send {members}"),
            Self::Open { rate } => format!("send {rate}/s"),
            Self::Group { members } => format!("send group {members}"),
        }
    }

    /// How many are said in a run.
    pub(crate) const fn messages(self) -> u32 {
        match self {
            Self::Closed { .. } => MESSAGES,
            Self::Open { rate } => rate * SECONDS,
            Self::Group { .. } => GROUP_MESSAGES,
        }
    }

    /// How many say something.
    pub(crate) const fn members(self) -> usize {
        match self {
            Self::Closed { members } | Self::Group { members } => members,
            Self::Open { .. } => 64,
        }
    }

    /// How many hear each message.
    const fn ears(self) -> usize {
        match self {
            Self::Closed { .. } | Self::Open { .. } => 1,
            Self::Group { members } => members,
        }
    }
}

/// Where members talk.
pub(crate) trait Server {
    /// Somebody who says things.
    type Voice: Voice;

    /// So many who say things, and as many who follow what happens and hear it, until they are aborted.
    async fn talkers(&self, count: usize, register: &Arc<Register>) -> Result<Talkers<Self::Voice>>;

    /// The processor time that it used until now.
    fn cpu(&self) -> Result<Duration>;
}

/// Who talks in one run.
pub(crate) struct Talkers<V> {
    pub(crate) voices: Vec<V>,
    pub(crate) listening: Vec<JoinHandle<()>>,
}

/// One run; its figures.
pub(crate) async fn measure<S: Server>(server: &S, load: Load, messages: u32) -> Result<Vec<Figure>> {
    let register = Register::for_ears(usize::try_from(messages)?, load.ears());
    let Talkers { voices, listening } = server.talkers(load.members(), &register).await?;
    let before = server.cpu()?;
    let went = match load {
        Load::Closed { .. } | Load::Group { .. } => closed_loop(voices, &register).await?,
        Load::Open { rate } => open_loop(voices, &register, rate, messages).await?,
    };
    let used = server.cpu()?.saturating_sub(before);
    listening.into_iter().for_each(|task| task.abort());
    let mut figures = went.figures();
    figures.push(Figure::new("cpu per message", "ms", used.as_secs_f64() * 1_000.0 / went.count_f64()));
    Ok(figures)
}

/// One pair: who says things, to whom, and where.
pub(crate) struct Pair {
    pub(crate) one: Member,
    pub(crate) other: Member,
    pub(crate) conversation: String,
}

impl Pair {
    /// The path of what they say.
    pub(crate) fn messages(&self) -> String {
        format!("/api/v1/conversations/{}/messages", self.conversation)
    }
}

/// A Snug with pairs of members who talk.
pub(crate) struct Stage {
    place: Place,
    pub(crate) snug: Snug,
    pub(crate) pairs: Vec<Pair>,
}

impl Stage {
    pub(crate) async fn set_up(program: &Path, folder: &Path, database: &Database, pairs: usize) -> Result<Self> {
        let place = Place::set_up(program, folder, database, Limits::Off)?;
        let mut members = Vec::with_capacity(pairs);
        for number in 0..pairs {
            members.push((place.add_member(&format!("one{number}"))?, place.add_member(&format!("other{number}"))?));
        }
        let snug = place.start().await?;
        let mut talking = Vec::with_capacity(pairs);
        for (one, other) in members {
            let conversation = snug.begin(&one, &other).await?;
            talking.push(Pair { one, other, conversation });
        }
        Ok(Self { place, snug, pairs: talking })
    }

    /// See [`Stored::analyze`](crate::snug::Stored::analyze).
    pub(crate) fn analyze(&self) -> Result<()> {
        self.place.stored.analyze()
    }

    /// Kills the program, if it still runs, and starts it anew.
    pub(crate) async fn restart(&mut self) -> Result<()> {
        self.snug.process.kill()?;
        self.snug = self.place.start().await?;
        Ok(())
    }
}

impl Server for Stage {
    type Voice = Sender;

    async fn talkers(&self, count: usize, register: &Arc<Register>) -> Result<Talkers<Sender>> {
        let mut talkers = Talkers { voices: Vec::new(), listening: Vec::new() };
        for pair in self.pairs.get(..count).context("pairs")? {
            let client = Client::connect(self.snug.caller(&pair.other)).await?;
            talkers.listening.push(listen(client.follow("/api/v1/live").await?, Ear::new(register)));
            let client = Client::connect(self.snug.caller(&pair.one)).await?;
            talkers.voices.push(Sender::new(client, pair.messages()));
        }
        Ok(talkers)
    }

    fn cpu(&self) -> Result<Duration> {
        cpu(self.snug.process.id())
    }
}

/// A Snug with one conversation of many, who all talk and all follow.
struct Room {
    place: Place,
    snug: Snug,
    members: Vec<Member>,
    conversation: ConversationId,
}

impl Room {
    async fn set_up(program: &Path, folder: &Path, database: &Database, people: usize) -> Result<Self> {
        let place = Place::set_up(program, folder, database, Limits::Off)?;
        let group = place.stored.gather(people).await?;
        let handles = group.people.iter().map(|person| place.with_token(person.handle.as_str()));
        let members = handles.collect::<Result<_>>()?;
        let snug = place.start().await?;
        Ok(Self { place, snug, members, conversation: group.conversation })
    }
}

impl Server for Room {
    type Voice = Sender;

    async fn talkers(&self, count: usize, register: &Arc<Register>) -> Result<Talkers<Sender>> {
        let mut talkers = Talkers { voices: Vec::new(), listening: Vec::new() };
        for member in self.members.get(..count).context("members")? {
            let client = Client::connect(self.snug.caller(member)).await?;
            talkers.listening.push(listen(client.follow("/api/v1/live").await?, Ear::new(register)));
            let client = Client::connect(self.snug.caller(member)).await?;
            let path = format!("/api/v1/conversations/{}/messages", self.conversation);
            talkers.voices.push(Sender::new(client, path));
        }
        Ok(talkers)
    }

    fn cpu(&self) -> Result<Duration> {
        cpu(self.snug.process.id())
    }
}

/// What makes the keys of one run others than those of the last.
pub(crate) fn run_mark() -> u128 {
    std::time::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_nanos())
}

/// Somebody who says things over HTTP.
pub(crate) struct Sender {
    client: Client,
    path: String,
    said: usize,
    run: u128,
}

impl Sender {
    pub(crate) fn new(client: Client, path: String) -> Self {
        Self { client, path, said: 0, run: run_mark() }
    }
}

impl Voice for Sender {
    async fn say(&mut self, text: String) -> Result<()> {
        self.said += 1;
        let message = json!({ "text": text, "client_id": format!("{}-{}", self.run, self.said) });
        let answer = self.client.post(&self.path, message.to_string()).await?;
        field(&answer, StatusCode::CREATED, "id").map(|_| ())
    }
}

fn listen(mut events: Events, mut ear: Ear) -> JoinHandle<()> {
    tokio::spawn(async move {
        while let Some(piece) = events.next().await {
            ear.hear(&piece);
        }
    })
}

/// Every load, so many times; then of the peers.
pub(crate) async fn run(bench: &mut Bench) -> Result<()> {
    for (variant, database) in bench.databases.clone() {
        let folder = tempfile::tempdir()?;
        let stage = Stage::set_up(&bench.program, folder.path(), &database, 64).await?;
        measure(&stage, Load::Closed { members: 16 }, WARM_UP).await?;
        stage.analyze()?;
        for load in Load::ALL {
            for _ in bench.progress.runs(&format!("{} on {}", load.name(), variant.name()), bench.runs) {
                bench.figures.add(&load.name(), variant, measure(&stage, load, load.messages()).await?);
            }
        }
        overload::run(bench, variant, &stage).await?;
        drop(stage);
        send_in_group(bench, variant, &database).await?;
    }
    if bench.is_alone {
        return Ok(());
    }
    limits::send(bench).await?;
    peers::prosody::send(bench).await?;
    peers::synapse::send(bench).await
}

/// As many as can be in one conversation.
async fn send_in_group(bench: &mut Bench, variant: Variant, database: &Database) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let room = Room::set_up(&bench.program, folder.path(), database, GROUP).await?;
    let load = Load::Group { members: GROUP };
    measure(&room, load, GROUP_WARM_UP).await?;
    room.place.stored.analyze()?;
    for _ in bench.progress.runs(&format!("{} on {}", load.name(), variant.name()), bench.runs) {
        bench.figures.add(&load.name(), variant, measure(&room, load, load.messages()).await?);
    }
    Ok(())
}
