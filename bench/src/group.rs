//! A conversation of many, begun and joined through the app as its people would have done it, long ago.
//!
//! One asks ten people a day, since nobody may have asked more who are undecided; they accept, and the next day asks the
//! next ten.

use crate::snug::{SLUG, Stored};
use anyhow::{Context, Result};
use snug_app::conversations::{AddPeople, Draft, Shown, StartWith};
use snug_app::people::NewPerson;
use snug_app::{Actor, App, PasswordCost, Secret, Settings};
use snug_bus::Bus;
use snug_domain::communities::Community;
use snug_domain::conversations::{ClientId, DIGEST_WINDOW, MessageText, Origin};
use snug_domain::people::{Handle, Language, Person};
use snug_domain::{ConversationId, Span, Timestamp};
use snug_store::{Database, Location, Synchronous};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

/// As many as can be in one conversation, unless its operator says otherwise.
pub(crate) const GROUP: usize = 50;

/// The time since its people joined the community; the conversation began a month later.
const JOINED: Span = Span::days(90);
const BEGAN: Span = Span::days(60);
/// People asked at once.
const ASKED: usize = 10;

/// The people of a conversation, all of whom take part, and which it is.
pub(crate) struct Group {
    pub(crate) people: Vec<Person>,
    pub(crate) conversation: ConversationId,
}

impl Stored {
    /// Adds a conversation of so many new people to the community of a Snug that does not run.
    pub(crate) async fn gather(&self, count: usize) -> Result<Group> {
        let database = Database::open(&self.location())?;
        let app = App::new(database.clone(), Bus::new(), settings());
        let community = app.find_community(SLUG).await?.context("the community")?;
        let now = Timestamp(i64::try_from(UNIX_EPOCH.elapsed()?.as_millis())?);
        let group = gather(&app, &Arc::new(community), count, now).await?;
        database.close().await;
        Ok(group)
    }

    fn location(&self) -> Location {
        match self {
            Self::Sqlite(file) => Location::Sqlite { file: file.clone(), synchronous: Synchronous::Full, readers: 1 },
            Self::Postgres(url) => Location::Postgres { url: url.clone(), connections: 1 },
        }
    }
}

/// As it is measured: with its limits off.
pub(crate) fn settings() -> Settings {
    Settings {
        secret: Secret::new(&[7; 32]),
        scheme: "http",
        port: None,
        dkim: Vec::new(),
        digest_window: DIGEST_WINDOW,
        limits: false,
        password_cost: PasswordCost::Full,
    }
}

/// Adds a conversation of so many new people.
pub(crate) async fn gather(app: &App, community: &Arc<Community>, count: usize, now: Timestamp) -> Result<Group> {
    let mut people = Vec::with_capacity(count);
    for number in 0..count {
        people.push(app.create_person(community, new_person(&format!("group{number}")), now - JOINED).await?);
    }
    let (host, others) = people.split_first().context("somebody who begins it")?;
    let actor =
        |person: &Person, day| Actor { community: Arc::clone(community), person: person.id, now: now - BEGAN + day };
    let mut conversation = None;
    for (day, asked) in (0..).map(Span::days).zip(others.chunks(ASKED)) {
        let to: Vec<Handle> = asked.iter().map(|person| person.handle.clone()).collect();
        let draft = draft(&format!("group-{}", day.0))?;
        let posted = match conversation {
            None => {
                let start = StartWith { to, title: None, begun_from: None, draft };
                app.start_conversation(&actor(host, day), start).await?
            }
            Some(conversation) => {
                let add = AddPeople { to, history: Shown::All, draft };
                app.add_people(&actor(host, day), conversation, add).await?
            }
        };
        let begun = posted.message().conversation;
        for person in asked {
            app.accept(&actor(person, day), begun).await?;
        }
        conversation = Some(begun);
    }
    let conversation = conversation.context("somebody to talk to")?;
    Ok(Group { people, conversation })
}

/// A member who cannot sign in.
pub(crate) fn new_person(name: &str) -> NewPerson {
    NewPerson {
        name: name.to_owned(),
        about: String::new(),
        address: format!("{name}@example.org"),
        password: None,
        language: Language::English,
    }
}

/// The message a conversation begins with.
pub(crate) fn draft(key: &str) -> Result<Draft> {
    Ok(Draft { text: MessageText::parse("Hello")?, client_id: ClientId::parse(key)?, origin: Origin::Api })
}
