//! Mailboxes of all sizes: how long a browser waits for the first byte of their pages.

use crate::bench::Bench;
use crate::client::{Answer, Client};
use crate::figures::{Figure, Times};
use crate::seed::{self, Conversation, Reading};
use crate::snug::{Database, Limits, Member, Place, Snug};
use anyhow::{Context, Result, ensure};
use hyper::StatusCode;
use serde_json::Value;
use std::path::Path;
use std::time::Duration;
use uuid::Uuid;

/// How many conversations the mailboxes have. All are in one database, beside each other: what differs is the mailbox.
const SIZES: [i64; 3] = [100, 10_000, 100_000];
/// Each of a mailbox is with somebody else: two people have one conversation.
const MEMBERS: i64 = 100_000;
/// Entries of the longest conversation, which is the newest of the largest mailbox.
const LONGEST: i64 = 100_000;
/// Pages opened of each kind in one run, and before it.
const PAGES: i64 = 200;
const WARM_UP: i64 = 20;
/// Conversations on the first page of the list.
const LISTED: i64 = 40;
/// So many conversations have one that is unread.
const UNREAD_IN: i64 = 10;
const PASSWORD: &str = "a password for the bench";

/// Whoever has so many conversations.
#[derive(Debug)]
struct Owner {
    size: i64,
    name: String,
    member: Member,
}

impl Owner {
    fn add(place: &Place, size: i64) -> Result<Self> {
        let name = format!("owner{size}");
        let member = place.add_member_with_password(&name, PASSWORD)?;
        Ok(Self { size, name, member })
    }

    fn workload(&self) -> String {
        format!("mailbox {}", self.size)
    }

    /// A conversation of the mailbox, by its place in the list.
    fn conversation(&self, owner: Uuid, place: i64) -> Conversation {
        let is_longest = self.size == MEMBERS && place == 0;
        Conversation {
            owner,
            other: seed::member(place),
            // Mailboxes before this one have fewer, all together.
            number: self.size + place,
            place,
            entries: if is_longest { LONGEST } else { 3 + place % 4 },
            reading: if place % UNREAD_IN == 3 { Reading::Told } else { Reading::Done },
        }
    }

    fn path(&self, place: i64) -> String {
        // Whose it is does not show in it.
        format!("/conversations/{}", self.conversation(Uuid::nil(), place).id())
    }

    /// Opened in one run: all over the mailbox.
    fn paths(&self) -> Vec<String> {
        (0..PAGES).map(|turn| self.path((2 * turn + 1) * self.size / (2 * PAGES))).collect()
    }
}

/// A browser that somebody is signed in with.
struct Browser {
    client: Client,
    cookie: String,
}

impl Browser {
    async fn sign_in(snug: &Snug, owner: &Owner) -> Result<Self> {
        let mut client = Client::connect(snug.nobody()).await?;
        let cookie = client.sign_in(&format!("{}@example.org", owner.name), PASSWORD).await?;
        Ok(Self { client, cookie })
    }

    async fn open(&mut self, path: &str) -> Result<(Duration, Answer)> {
        let (took, page) = self.client.open(path, &self.cookie).await?;
        ensure!(page.status == StatusCode::OK, "{path} answered {}", page.status);
        Ok((took, page))
    }

    /// Whether a conversation is shown as it is meant to be: its last message, beside a full list.
    async fn check(&mut self, owner: &Owner, place: i64) -> Result<()> {
        let page = self.open(&owner.path(place)).await?.1;
        let page = String::from_utf8(page.body.to_vec())?;
        let last = seed::text(owner.conversation(Uuid::nil(), place).entries);
        ensure!(page.contains(&last), "the last message of {place} is not on its page");
        ensure!(page.contains(&owner.path(0)) && page.contains(&owner.path(LISTED - 1)), "the list is not full");
        Ok(())
    }

    /// Opens pages one after the other; how long each took.
    async fn open_all(&mut self, paths: impl IntoIterator<Item = &String>) -> Result<Times> {
        let mut times = Vec::new();
        for path in paths {
            times.push(self.open(path).await?.0);
        }
        Ok(times.into_iter().collect())
    }
}

/// Sets up a Snug with all mailboxes in it.
fn set_up(program: &Path, folder: &Path, database: &Database) -> Result<(Place, Vec<Owner>)> {
    let place = Place::set_up(program, folder, database, Limits::Off)?;
    let owners: Vec<Owner> = SIZES.iter().map(|size| Owner::add(&place, *size)).collect::<Result<_>>()?;
    seed::fill(&place.stored, |filling| {
        filling.members(MEMBERS)?;
        for owner in &owners {
            let person = filling.person(&owner.member.handle)?;
            filling.conversations((0..owner.size).map(|place| owner.conversation(person, place)))?;
        }
        Ok(())
    })?;
    Ok((place, owners))
}

/// Whether Snug sees a mailbox as it is meant to be.
async fn check(snug: &Snug, owner: &Owner) -> Result<()> {
    let mut client = Client::connect(snug.caller(&owner.member)).await?;
    let bell = ask(&mut client, "/api/v1/bell").await?;
    let unread = (owner.size / UNREAD_IN).min(100);
    ensure!(bell.get("unread") == Some(&unread.into()), "{unread} unread, but the bell says {bell}");

    let (mut count, mut next) = (0, Some(String::new()));
    // The larger ones are made as the small one is, and take long to go through.
    while let Some(after) = next.filter(|_| owner.size <= 100 || count == 0) {
        let page = ask(&mut client, &format!("/api/v1/conversations?limit=30{after}")).await?;
        let items = page.get("items").and_then(Value::as_array).context("a page without items")?;
        for item in items {
            let id = item.get("id").and_then(Value::as_str).context("a conversation without an id")?;
            ensure!(owner.path(count).ends_with(id), "{id} is not at place {count} of the list");
            count += 1;
        }
        next = page.get("next").and_then(Value::as_str).map(|place| format!("&after={place}"));
    }
    ensure!(owner.size > 100 || count == owner.size, "{count} conversations instead of {}", owner.size);
    Ok(())
}

async fn ask(client: &mut Client, path: &str) -> Result<Value> {
    let answer = client.get(path).await?;
    ensure!(answer.status == StatusCode::OK, "{path} answered {}", answer.status);
    Ok(serde_json::from_slice(&answer.body)?)
}

/// The pages of one mailbox; their figures.
async fn measure(snug: &Snug, owner: &Owner) -> Result<Vec<Figure>> {
    let mut browser = Browser::sign_in(snug, owner).await?;
    let list = vec![String::from("/conversations"); usize::try_from(PAGES)?];
    for place in 0..WARM_UP {
        browser.check(owner, place).await?;
    }
    let mut figures = browser.open_all(&list).await?.figures("list");
    figures.extend(browser.open_all(&owner.paths()).await?.figures("conversation"));
    if owner.size == MEMBERS {
        figures.extend(measure_longest(&mut browser, owner).await?);
    }
    Ok(figures)
}

/// The longest conversation, opened all over its history; the last page is one of them.
async fn measure_longest(browser: &mut Browser, owner: &Owner) -> Result<Vec<Figure>> {
    let path = owner.path(0);
    let before = |turn| format!("{path}?before={}", LONGEST * turn / PAGES + 1);
    let paths: Vec<String> = (1..=PAGES).map(before).collect();
    Ok(browser.open_all(&paths).await?.figures("long conversation"))
}

/// Every mailbox, so many times.
pub(crate) async fn run(bench: &mut Bench) -> Result<()> {
    for (variant, database) in bench.databases.clone() {
        let folder = tempfile::tempdir()?;
        let making: i64 = SIZES.iter().sum();
        bench.progress.say(&format!("mailbox on {}: making {making} conversations", variant.name()));
        let (place, owners) = set_up(&bench.program, folder.path(), &database)?;
        for _ in bench.progress.runs(&format!("mailbox on {}", variant.name()), bench.runs) {
            let snug = place.start().await?;
            for owner in &owners {
                let workload = owner.workload();
                check(&snug, owner).await?;
                bench.figures.add(&workload, variant, measure(&snug, owner).await?);
            }
        }
        place.remove()?;
    }
    Ok(())
}
