//! The attacks: requests of hostile members and strangers, repeated over kept connections as fast as they are answered.

use super::Scene;
use super::tally::Tally;
use crate::client::{Answer, Client};
use crate::send::run_mark;
use anyhow::{Context, Result, ensure};
use hyper::StatusCode;
use serde_json::json;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// The pause before the next request of a connection: the shortest round trip from another network.
const ROUND_TRIP: Duration = Duration::from_millis(20);
/// Characters of the longest message.
const LONGEST: usize = 20_000;

/// One way to be in everybody's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attack {
    /// One member previews the text that costs most to render.
    Previews,
    /// One member searches for a letter that everybody's name has.
    Searches,
    /// Two members write to each other what becomes the longest page, and open it.
    Bombs,
    /// A stranger with a range of network addresses guesses passwords.
    SignIns,
    /// One member puts a conversation away and takes it out.
    Archiving,
    /// Two members hold as many event streams as they may, and open more, while one writes to the other.
    Streams,
    /// A stranger sends the beginnings of requests, and no end.
    SlowRequests,
}

impl Attack {
    pub(super) const ALL: [Self; 7] = [
        Self::Previews,
        Self::Searches,
        Self::Bombs,
        Self::SignIns,
        Self::Archiving,
        Self::Streams,
        Self::SlowRequests,
    ];

    pub(super) const fn workload(self) -> &'static str {
        match self {
            Self::Previews => "hostile previews",
            Self::Searches => "hostile searches",
            Self::Bombs => "hostile bombs",
            Self::SignIns => "hostile sign-ins",
            Self::Archiving => "hostile archiving",
            Self::Streams => "hostile streams",
            Self::SlowRequests => "hostile slow requests",
        }
    }

    /// Concurrent connections.
    pub(super) const fn at_once(self) -> usize {
        match self {
            Self::Previews => 16,
            Self::Searches => 12,
            Self::Bombs => 4,
            Self::SignIns => 64,
            Self::Archiving => 8,
            Self::Streams => 100,
            Self::SlowRequests => 2_000,
        }
    }

    /// Runs one connection of the attack until the task is aborted.
    pub(super) async fn go_on(self, scene: Arc<Scene>, place: usize, tally: Arc<Tally>) {
        let mut client = None;
        for turn in 0.. {
            let answer = match self {
                Self::Streams => hold_stream(&scene, place, turn).await,
                Self::SlowRequests => dawdle(&scene).await,
                _ => self.ask(&scene, &mut client, place, turn).await,
            };
            tally.count(&answer);
            tokio::time::sleep(ROUND_TRIP).await;
        }
    }

    async fn ask(self, scene: &Scene, kept: &mut Option<Client>, place: usize, turn: usize) -> Result<Answer> {
        let mut client = match kept.take().filter(|client| !client.is_closed()) {
            Some(client) => client,
            None => self.connect(scene, place, turn).await?,
        };
        let answer = self.request(scene, &mut client, place, turn).await?;
        // A stranger who guesses comes from elsewhere each time.
        *kept = (self != Self::SignIns).then_some(client);
        Ok(answer)
    }

    async fn connect(self, scene: &Scene, place: usize, turn: usize) -> Result<Client> {
        let caller = match self {
            Self::SignIns => scene.snug.nobody().from(elsewhere(place, turn)),
            Self::Previews => scene.snug.nobody(),
            _ => scene.snug.caller(&scene.hostile.one),
        };
        Client::connect(caller).await
    }

    async fn request(self, scene: &Scene, client: &mut Client, place: usize, turn: usize) -> Result<Answer> {
        let [cookie, other_cookie] = &scene.cookies;
        let conversation = &scene.hostile.conversation;
        match self {
            Self::Previews => {
                // Made once: what the attacker computes is taken from the processor that both share.
                static FORMS: LazyLock<[String; 2]> =
                    LazyLock::new(|| [wide_table(), bomb()].map(|text| format!("text={}", encoded(&text))));
                let form = FORMS.get(turn % FORMS.len()).cloned().unwrap_or_default();
                client.post_form("/preview", cookie, form).await
            }
            Self::Searches => {
                let search = ["m", "member", "1", "m%20m%20m", "mem%201"];
                let search = search.get((place + turn) % search.len()).copied().unwrap_or_default();
                client.get(&format!("/api/v1/people?search={search}")).await
            }
            Self::Bombs if place == 0 => {
                let bomb = json!({ "text": bomb(), "client_id": format!("{}-{turn}", run_mark()) });
                client.post(&scene.hostile.messages(), bomb.to_string()).await
            }
            Self::Bombs => Ok(client.open(&format!("/conversations/{conversation}"), other_cookie).await?.1),
            Self::SignIns => {
                let typed = json!({ "address": format!("nobody{place}.{turn}@example.org"), "password": "a guess" });
                client.post("/api/v1/sessions", typed.to_string()).await
            }
            Self::Archiving => {
                let archived = json!({ "archived": turn.is_multiple_of(2) });
                client.put(&format!("/api/v1/conversations/{conversation}/archived"), archived.to_string()).await
            }
            Self::Streams | Self::SlowRequests => anyhow::bail!("not a request that is answered"),
        }
    }
}

/// Bytes of the page on which the recipient of the bombs reads them.
pub(super) async fn bombed_page(scene: &Scene) -> Result<usize> {
    let [_, cookie] = &scene.cookies;
    let mut client = Client::connect(scene.snug.nobody()).await?;
    let (_, page) = client.open(&format!("/conversations/{}", scene.hostile.conversation), cookie).await?;
    ensure!(page.status == StatusCode::OK, "the page answered {}", page.status);
    Ok(page.body.len())
}

/// Holds an event stream, half of them for the recipient. The first connection sends messages instead.
async fn hold_stream(scene: &Scene, place: usize, turn: usize) -> Result<Answer> {
    let pair = &scene.hostile;
    let member = if place.is_multiple_of(2) { &pair.one } else { &pair.other };
    let mut client = Client::connect(scene.snug.caller(member)).await?;
    if place == 0 {
        let message = json!({ "text": "Can you hear me?", "client_id": format!("{}-{turn}", run_mark()) });
        return client.post(&pair.messages(), message.to_string()).await;
    }
    let mut events = client.follow("/api/v1/live?since=0").await?;
    while events.next().await.is_some() {}
    anyhow::bail!("the stream ended")
}

/// Sends the head of a request a byte at a time, until the other end has had enough.
async fn dawdle(scene: &Scene) -> Result<Answer> {
    let mut stream = TcpStream::connect(scene.snug.address).await.context("connecting")?;
    stream.write_all(b"GET /conversations HTTP/1.1\r\nhost: bench.localhost\r\nx-slow: ").await?;
    loop {
        tokio::time::sleep(Duration::from_secs(1)).await;
        stream.write_all(b"a").await?;
    }
}

/// Another address of one provider's customer for each: a /64 within one /48.
fn elsewhere(place: usize, turn: usize) -> String {
    format!("2001:db8:ffff:{:x}::1", (turn * 64 + place) % 0x1_0000)
}

/// A table of 70 columns of which only one is typed in each line.
fn wide_table() -> String {
    let text = format!("{}\n{}\n{}", "|a".repeat(70), "|-".repeat(70), "a\n".repeat(LONGEST / 2));
    text.chars().take(LONGEST).collect()
}

/// A table of 25 columns, with as much that takes four bytes as fits behind it.
fn bomb() -> String {
    let table = format!("{}\n{}\n{}\n", "|a".repeat(25), "|-".repeat(25), "a\n".repeat(3_900));
    let rest = "🙂".repeat(LONGEST - table.chars().count());
    table + &rest
}

/// A form field, percent-encoded as browsers do.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, bomb, elsewhere, encoded, wide_table};
    use crate::hostile::network_of;
    use std::collections::HashSet;

    #[test]
    fn what_costs_most_may_just_be_sent() {
        assert_eq!(bomb().chars().count(), LONGEST);
        assert_eq!(wide_table().chars().count(), LONGEST);
    }

    #[test]
    fn a_form_is_encoded_as_browsers_do() {
        assert_eq!(encoded("a|\n🙂"), "a%7C%0A%F0%9F%99%82");
    }

    #[test]
    fn everybody_comes_from_a_network_of_their_own() {
        let bystanders: HashSet<String> = (0..=64).map(|pair| network_of(&format!("other{pair}"))).collect();
        assert_eq!(bystanders.len(), 65);
        assert!(!bystanders.iter().any(|network| network.starts_with("2001:db8:ffff:")));
        assert_ne!(elsewhere(0, 1), elsewhere(1, 0));
    }
}
