//! Records what a message says to a database: at the real site, in this process, with somebody who follows.

use super::script::Script;
use crate::client::{Caller, Client, Events};
use crate::group::{GROUP, draft, gather, new_person, settings};
use crate::snug::field;
use anyhow::{Context, Result, bail};
use hyper::StatusCode;
use serde_json::json;
use snug_app::accounts::NewApiToken;
use snug_app::communities::NewCommunity;
use snug_app::conversations::StartWith;
use snug_app::{Actor, App, Clock};
use snug_bus::Bus;
use snug_domain::api_token::Scope;
use snug_domain::communities::{Community, Conversations};
use snug_domain::people::{Language, Person};
use snug_domain::{ConversationId, Timestamp};
use snug_store::testing::Recorded;
use snug_store::{Database, Location};
use snug_web::{ClientAddress, Site, serve};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::UNIX_EPOCH;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

const SLUG: &str = "bench";
const HOST: &str = "bench.localhost";

/// Messages that are sent until two in a row cost the same statements; the first of somebody notes more.
const ATTEMPTS: usize = 10;

/// The statements of messages.
pub(super) struct Scripts {
    /// One of each of so many pairs.
    pub(super) pairs: Vec<Script>,
    /// One of somebody in a group, with nobody who follows: all would find many messages at once, and as many as come
    /// while they look.
    pub(super) group: Script,
}

/// Lets so many pairs, and a group, talk on a new database, and returns the statements of a message.
pub(super) async fn record(location: &Location, pairs: usize) -> Result<Scripts> {
    let stage = Stage::set_up(location).await?;
    let mut scripts = Vec::with_capacity(pairs);
    for number in 0..pairs {
        let pair = stage.add_pair(number).await?;
        scripts.push(stage.record(pair).await?);
    }
    let group = stage.add_group(pairs).await?;
    let group = stage.record(group).await?.unheard();
    stage.stopping.cancel();
    stage.database.close().await;
    Ok(Scripts { pairs: scripts, group })
}

/// A site with a community, and a clock that moves when it is told to.
struct Stage {
    database: Database,
    app: App,
    community: Arc<Community>,
    clock: Arc<AtomicI64>,
    address: SocketAddr,
    stopping: CancellationToken,
}

/// Two who talk: where one says something, and what the other is told.
struct Pair {
    number: usize,
    speaker: Client,
    path: String,
    events: Events,
}

impl Stage {
    async fn set_up(location: &Location) -> Result<Self> {
        let database = Database::open(location)?;
        database.migrate()?;
        let app = App::new(database.clone(), Bus::new(), settings());
        let clock = Arc::new(AtomicI64::new(i64::try_from(UNIX_EPOCH.elapsed()?.as_millis())?));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let (address, stopping) = (listener.local_addr()?, CancellationToken::new());
        let now = Arc::clone(&clock);
        let site = Site {
            app: app.clone(),
            clock: Clock::new(move || Timestamp(now.load(Ordering::Relaxed))),
            demo: None,
            client_address: ClientAddress::Connection,
            stopping: stopping.clone(),
        };
        let (told, stopped) = (app.clone(), stopping.clone());
        tokio::spawn(async move { stopped.run_until_cancelled(told.pass_on_hints()).await });
        tokio::spawn(serve(listener, site));
        let community = Arc::new(create_community(&app, Timestamp(clock.load(Ordering::Relaxed))).await?);
        Ok(Self { database, app, community, clock, address, stopping })
    }

    /// The statements of a message of a pair.
    async fn record(&self, mut pair: Pair) -> Result<Script> {
        self.listen_in(&mut pair, 0).await?;
        let mut before = self.listen_in(&mut pair, 1).await?;
        for attempt in 2..ATTEMPTS {
            let after = self.listen_in(&mut pair, attempt).await?;
            match Script::of(&before, &after) {
                Ok(script) => return Ok(script),
                Err(error) if attempt + 1 == ATTEMPTS => return Err(error),
                Err(_) => before = after,
            }
        }
        bail!("no two messages said the same")
    }

    /// What is said to the database from when a message is sent until it is heard.
    async fn listen_in(&self, pair: &mut Pair, said: usize) -> Result<Vec<Recorded>> {
        // Always by as much, so that times go on by the same step.
        self.clock.fetch_add(1, Ordering::Relaxed);
        let key = format!("{:09}-{said:09}", pair.number);
        let text =
            format!("{:.<length$}", format!("A message of an ordinary length, {key} "), length = crate::talk::LENGTH);
        self.database.start_recording();
        let message = json!({ "text": text, "client_id": key });
        let answer = pair.speaker.post(&pair.path, message.to_string()).await?;
        field(&answer, StatusCode::CREATED, "id")?;
        hear(&mut pair.events, &text).await?;
        Ok(self.database.stop_recording())
    }

    async fn add_pair(&self, number: usize) -> Result<Pair> {
        let (one, other) =
            (self.add_member(&format!("one{number}")).await?, self.add_member(&format!("other{number}")).await?);
        let conversation = self.begin(&one, &other).await?;
        self.pair(number, (&one, &other), conversation).await
    }

    /// Two of a group, the others of which do not follow.
    async fn add_group(&self, number: usize) -> Result<Pair> {
        let group = gather(&self.app, &self.community, GROUP, self.now()).await?;
        let [one, other, ..] = group.people.as_slice() else { bail!("nobody who talks") };
        self.pair(number, (one, other), group.conversation).await
    }

    async fn pair(
        &self,
        number: usize,
        (one, other): (&Person, &Person),
        conversation: ConversationId,
    ) -> Result<Pair> {
        let events = Client::connect(self.caller(other).await?).await?.follow("/api/v1/live").await?;
        let speaker = Client::connect(self.caller(one).await?).await?;
        Ok(Pair { number, speaker, path: format!("/api/v1/conversations/{conversation}/messages"), events })
    }

    async fn add_member(&self, name: &str) -> Result<Person> {
        Ok(self.app.create_person(&self.community, new_person(name), self.now()).await?)
    }

    /// A conversation of two, which the second accepted.
    async fn begin(&self, one: &Person, other: &Person) -> Result<ConversationId> {
        let start = StartWith::one(other.handle.clone(), draft(&format!("begin-{}", other.handle))?);
        let conversation = self.app.start_conversation(&self.actor(one), start).await?.message().conversation;
        self.app.accept(&self.actor(other), conversation).await?;
        Ok(conversation)
    }

    async fn caller(&self, person: &Person) -> Result<Caller> {
        let new = NewApiToken { name: String::from("bench"), scope: Scope::ReadWrite, expires_in_days: None };
        let (_, token) = self.app.create_api_token(&self.actor(person), None, new).await?;
        Ok(Caller {
            address: self.address,
            host: HOST.to_owned(),
            token: token.reveal().to_owned(),
            network: String::new(),
        })
    }

    fn actor(&self, person: &Person) -> Actor {
        Actor { community: Arc::clone(&self.community), person: person.id, now: self.now() }
    }

    fn now(&self) -> Timestamp {
        Timestamp(self.clock.load(Ordering::Relaxed))
    }
}

async fn create_community(app: &App, now: Timestamp) -> Result<Community> {
    let new = NewCommunity {
        slug: SLUG.to_owned(),
        name: String::from("Bench"),
        host: HOST.to_owned(),
        mail_domain: String::from("mail.localhost"),
        language: Language::English,
    };
    app.create_community(new, now).await?;
    Ok(app.set_conversations(SLUG, Conversations::On).await?)
}

/// Waits until a text was told.
async fn hear(events: &mut Events, text: &str) -> Result<()> {
    let mut told = Vec::new();
    while !String::from_utf8_lossy(&told).contains(text) {
        told.extend_from_slice(&events.next().await.context("the stream ended")?);
    }
    Ok(())
}
