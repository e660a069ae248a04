//! Who talks on Synapse: accounts, rooms of two, saying and following, by the client-server API of Matrix v1.11
//! (<https://spec.matrix.org/v1.11/client-server-api/>).

use super::place::Synapse;
use crate::client::Client;
use crate::send::run_mark;
use crate::snug::field;
use crate::talk::{Ear, Voice};
use anyhow::{Result, ensure};
use hyper::StatusCode;
use hyper::body::Bytes;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

/// Somebody with an account, signed in.
pub(super) struct Member {
    id: String,
    token: String,
}

impl Member {
    pub(super) async fn register(synapse: &Synapse, name: &str) -> Result<Self> {
        let mut client = Client::connect(synapse.caller("")).await?;
        let wanted = json!({ "username": name, "password": name, "auth": { "type": "m.login.dummy" } });
        let answer = client.post("/_matrix/client/v3/register", wanted.to_string()).await?;
        let token = field(&answer, StatusCode::OK, "access_token")?;
        Ok(Self { id: field(&answer, StatusCode::OK, "user_id")?, token })
    }
}

/// A room of two, which both are in; returns its id.
pub(super) async fn begin(synapse: &Synapse, one: &Member, other: &Member) -> Result<String> {
    let mut client = Client::connect(synapse.caller(&one.token)).await?;
    let wanted = json!({ "preset": "trusted_private_chat", "is_direct": true, "invite": [other.id] });
    let answer = client.post("/_matrix/client/v3/createRoom", wanted.to_string()).await?;
    let room = field(&answer, StatusCode::OK, "room_id")?;
    let mut client = Client::connect(synapse.caller(&other.token)).await?;
    let answer = client.post(&format!("/_matrix/client/v3/rooms/{room}/join"), "{}".to_owned()).await?;
    field(&answer, StatusCode::OK, "room_id")
}

/// Somebody who says things in a room.
pub(crate) struct Sender {
    client: Client,
    room: String,
    said: usize,
    run: u128,
}

impl Sender {
    pub(super) async fn connect(synapse: &Synapse, member: &Member, room: &str) -> Result<Self> {
        let client = Client::connect(synapse.caller(&member.token)).await?;
        Ok(Self { client, room: room.to_owned(), said: 0, run: run_mark() })
    }
}

impl Voice for Sender {
    async fn say(&mut self, text: String) -> Result<()> {
        self.said += 1;
        let Self { room, said, run, .. } = self;
        let path = format!("/_matrix/client/v3/rooms/{room}/send/m.room.message/{run}-{said}");
        let message = json!({ "msgtype": "m.text", "body": text });
        let answer = self.client.put(&path, message.to_string()).await?;
        field(&answer, StatusCode::OK, "event_id").map(|_| ())
    }
}

/// Somebody who follows what happens, by asking again and again for what came since.
pub(super) struct Follower {
    client: Client,
    filter: String,
    since: String,
}

impl Follower {
    /// From now on: what was before is left out.
    pub(super) async fn begin(synapse: &Synapse, member: &Member) -> Result<Self> {
        let mut client = Client::connect(synapse.caller(&member.token)).await?;
        let path = format!("/_matrix/client/v3/user/{}/filter", member.id);
        let filter = field(&client.post(&path, messages_only().to_string()).await?, StatusCode::OK, "filter_id")?;
        let mut follower = Self { client, filter, since: String::new() };
        follower.ask(&format!("/_matrix/client/v3/sync?timeout=0&filter={}", follower.filter)).await?;
        Ok(follower)
    }

    /// Waits for what comes next, or for half a minute, as clients do; returns it as it came.
    async fn next(&mut self) -> Result<Bytes> {
        let Self { filter, since, .. } = self;
        let path = format!("/_matrix/client/v3/sync?timeout=30000&filter={filter}&since={since}");
        self.ask(&path).await
    }

    async fn ask(&mut self, path: &str) -> Result<Bytes> {
        let answer = self.client.get(path).await?;
        let body = answer.body;
        ensure!(answer.status == StatusCode::OK, "{}: {}", answer.status, String::from_utf8_lossy(&body));
        self.since = next_batch(&body)?;
        Ok(body)
    }

    /// Follows until it is aborted.
    pub(super) fn listen(mut self, mut ear: Ear) -> JoinHandle<()> {
        tokio::spawn(async move {
            loop {
                match self.next().await {
                    Ok(piece) => ear.hear(&piece),
                    // What was not heard fails the run; this says why.
                    Err(error) => return eprintln!("somebody follows Synapse no longer: {error:#}"),
                }
            }
        })
    }
}

/// The least that a client has to be told.
fn messages_only() -> Value {
    let none = json!({ "types": [] });
    json!({
        "presence": none,
        "account_data": none,
        "room": {
            "timeline": { "types": ["m.room.message"], "limit": 100 },
            "state": none,
            "ephemeral": none,
            "account_data": none,
        },
    })
}

/// From where to ask on.
fn next_batch(body: &[u8]) -> Result<String> {
    #[derive(Deserialize)]
    struct Sync {
        next_batch: String,
    }
    Ok(serde_json::from_slice::<Sync>(body)?.next_batch)
}

#[cfg(test)]
mod tests {
    use super::next_batch;

    #[test]
    fn an_answer_says_from_where_to_ask_on() {
        let body = br#"{"next_batch":"s9_1_0","rooms":{"join":{"!a:b":{"timeline":{"events":[]}}}}}"#;
        assert_eq!(next_batch(body).unwrap(), "s9_1_0");
        assert!(next_batch(b"{}").is_err());
    }
}
