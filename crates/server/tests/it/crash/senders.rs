use super::Ledger;
use crate::installation::Installation;
use crate::running::Running;
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;

/// So many at once, so that one commit holds the messages of several.
const SENDERS: usize = 8;

/// A conversation, and the token of one who is in it.
pub(super) struct Talk {
    token: String,
    conversation: String,
}

/// What became of a send: a client id, and the id it was answered with.
type Sent = (String, Option<String>);

impl Talk {
    /// Two people who talk.
    pub(super) async fn begin(installation: &Installation, running: &Running) -> Self {
        let [ana, ben] = ["ana", "ben"].map(|name| installation.token_of_new(name));
        let client = running.client();
        let url = running.url("riverside.localhost", "/api/v1/conversations");
        let first = json!({ "to": "ben", "text": "Hello", "client_id": "first" });
        let started = client.post(&url).bearer_auth(&ana).json(&first).send().await.unwrap();
        assert_eq!(started.status(), StatusCode::CREATED);
        let started: Value = started.json().await.unwrap();
        let conversation = started["id"].as_str().unwrap().to_owned();
        let accepted = client.post(format!("{url}/{conversation}/accept")).bearer_auth(&ben).send().await.unwrap();
        assert_eq!(accepted.status(), StatusCode::NO_CONTENT);
        Self { token: ana, conversation }
    }

    /// Sends from all sides until so many were answered, then kills the program in the middle.
    pub(super) async fn send_until_killed(&self, running: Running, answers: usize, ledger: &mut Ledger) {
        let (report, mut reports) = unbounded_channel();
        let mut senders = JoinSet::new();
        let round = ledger.answered.len() + ledger.interrupted;
        for sender in 0..SENDERS {
            let (client, url, token) = (running.client(), self.url(&running), self.token.clone());
            senders.spawn(send_on(client, url, token, format!("{round}-{sender}"), report.clone()));
        }
        drop(report);
        let mut running = Some(running);
        let mut answered = 0;
        while let Some((client_id, id)) = reports.recv().await {
            match id {
                Some(id) => ledger.answer(client_id, &id),
                None => ledger.cut_off(client_id),
            }
            answered += 1;
            if answered >= answers
                && let Some(running) = running.take()
            {
                running.kill();
            }
        }
        senders.join_all().await;
    }

    /// Sends again what was not answered, as a browser does.
    pub(super) async fn try_again(&self, running: &Running, ledger: &mut Ledger) {
        for client_id in std::mem::take(&mut ledger.unanswered) {
            let (_, id) = send(&running.client(), &self.url(running), &self.token, &client_id).await.unwrap();
            ledger.answer(client_id, &id);
        }
    }

    /// Sends again what was answered: the answer is the same.
    pub(super) async fn try_everything_again(&self, running: &Running, ledger: &Ledger) {
        let client = running.client();
        for (client_id, id) in &ledger.answered {
            let again = send(&client, &self.url(running), &self.token, client_id).await.unwrap();
            assert_eq!(again, (StatusCode::OK, id.clone()));
        }
    }

    /// Everything that was said since the two talk: client ids and ids.
    pub(super) async fn list(&self, running: &Running) -> Vec<(String, String)> {
        let (client, mut after, mut listed) = (running.client(), 0, Vec::new());
        loop {
            let url = format!("{}?limit=100&after={after}", self.url(running));
            let page: Value = client.get(url).bearer_auth(&self.token).send().await.unwrap().json().await.unwrap();
            for item in page["items"].as_array().unwrap() {
                let text = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
                if item["kind"] == "message" && text("client_id") != "first" {
                    assert_eq!(text("text"), text("client_id"), "each says its own client id");
                    listed.push((text("client_id"), text("id")));
                }
            }
            match page["next"].as_i64() {
                Some(next) => after = next,
                None => return listed,
            }
        }
    }

    fn url(&self, running: &Running) -> String {
        running.url("riverside.localhost", &format!("/api/v1/conversations/{}/messages", self.conversation))
    }
}

/// Sends one message after the other until there is no answer any more.
async fn send_on(client: Client, url: String, token: String, name: String, report: UnboundedSender<Sent>) {
    for number in 0.. {
        let client_id = format!("{name}-{number}");
        let sent = send(&client, &url, &token, &client_id).await;
        let is_cut_off = sent.is_err();
        report.send((client_id, sent.ok().map(|(_, id)| id))).unwrap();
        if is_cut_off {
            return;
        }
    }
}

async fn send(
    client: &Client,
    url: &str,
    token: &str,
    client_id: &str,
) -> Result<(StatusCode, String), reqwest::Error> {
    let message = json!({ "text": client_id, "client_id": client_id });
    let answer = client.post(url).bearer_auth(token).json(&message).send().await?;
    let status = answer.status();
    assert!(status.is_success(), "{status}");
    let body: Value = answer.json().await?;
    Ok((status, body["id"].as_str().unwrap().to_owned()))
}
