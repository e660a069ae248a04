//! A disk without room: nothing is lost, people read on, and everybody is told.

use crate::installation::Installation;
use crate::running::Running;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;

const HOST: &str = "riverside.localhost";
const WITHOUT_LIMITS: (&str, &str) = ("SNUG_LIMITS_ENABLED", "false");

/// Two who talk, at a program that serves.
struct Talk {
    running: Running,
    client: reqwest::Client,
    token: String,
    /// The cookie of the first.
    cookie: String,
    conversation: String,
    sent: usize,
}

impl Talk {
    async fn begin(installation: &Installation) -> Self {
        let add = |name: &str| {
            let address = format!("{name}@example.org");
            let person = ["person", "create", "--community", "riverside", "--name", name, "--address", &address];
            let with_password = [&person[..], &["--password-stdin", "--config", "snug.toml"]].concat();
            let added = installation.run_with_input(&with_password, "a quiet corner\n");
            assert_eq!(added.code, Some(0), "{}", added.errors);
            installation.done(&["token", "create", "--community", "riverside", "--person", added.output.trim()])
        };
        let (token, other) = (add("ana"), add("ben"));
        let running = installation.serve_with(&[WITHOUT_LIMITS]);
        let client = reqwest::Client::builder().resolve(HOST, running.address()).no_proxy();
        let client = client.redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let start = json!({ "to": "ben", "text": "Hello", "client_id": "begin" });
        let started = client.post(running.url(HOST, "/api/v1/conversations")).bearer_auth(&token).json(&start).send();
        let started: Value = started.await.unwrap().json().await.unwrap();
        let conversation = started["id"].as_str().unwrap().to_owned();
        let accept = running.url(HOST, &format!("/api/v1/conversations/{conversation}/accept"));
        assert!(client.post(accept).bearer_auth(other).send().await.unwrap().status().is_success());
        let form = [("address", "ana@example.org"), ("password", "a quiet corner")];
        let signed_in = client.post(running.url(HOST, "/sign-in")).form(&form).send().await.unwrap();
        let cookie = signed_in.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        Self { running, client, token, cookie, conversation, sent: 0 }
    }

    /// Says something long, under a key of its own; the status and what was answered.
    async fn say(&mut self) -> (u16, Value) {
        self.sent += 1;
        self.say_again().await
    }

    /// Says the same once more.
    async fn say_again(&self) -> (u16, Value) {
        let message = json!({ "text": "word ".repeat(3_000), "client_id": format!("key-{}", self.sent) });
        let url = self.running.url(HOST, &format!("/api/v1/conversations/{}/messages", self.conversation));
        let answer = self.client.post(url).bearer_auth(&self.token).json(&message).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    async fn get(&self, path: &str) -> (u16, String) {
        let asked = self.client.get(self.running.url(HOST, path)).bearer_auth(&self.token);
        let answer = asked.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    /// Says something in a browser without script.
    async fn post_form(&self) -> (u16, String) {
        let url = self.running.url(HOST, &format!("/conversations/{}/messages", self.conversation));
        let text = "What I wrote. ".repeat(1_000);
        let post =
            self.client.post(url).header("cookie", &self.cookie).form(&[("text", &*text), ("client_id", "form")]);
        let answer = post.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }
}

/// Talks until there is no room, sees what everybody is told, makes room, and goes on.
async fn fill_and_free(mut talk: Talk, fill: impl FnOnce(&Running), free: impl FnOnce(&Running), words: &str) {
    assert_eq!(talk.say().await.0, 201, "guard: there is room");
    assert_eq!(talk.get("/readyz").await.0, 200);
    fill(&talk.running);
    let mut said = 1;
    let problem = loop {
        let (status, answer) = talk.say().await;
        if status != 201 {
            assert_eq!(status, 503, "{answer}");
            break answer;
        }
        said += 1;
        assert!(said < 2_000, "guard: it does get full");
    };
    assert_eq!(problem["code"], "cannot-save", "{problem}");
    for _ in 0..20 {
        talk.say_again().await;
    }
    // What was asked a moment ago may be answered once more.
    while talk.get("/readyz").await.0 == 200 {}
    assert_eq!(talk.get("/readyz").await, (503, String::from("the database cannot be written\n")));
    assert_eq!(talk.get("/healthz").await.0, 200);

    let (status, list) = talk.get("/api/v1/conversations").await;
    assert!(status == 200 && list.contains(&talk.conversation), "people read on: {list}");
    let (status, page) = talk.post_form().await;
    assert_eq!(status, 503);
    assert!(page.contains("can be saved at the moment") && page.contains("What I wrote."), "{page}");

    free(&talk.running);
    while talk.get("/readyz").await.0 != 200 {}
    let (status, answer) = talk.say_again().await;
    assert_eq!(status, 201, "{answer}");
    let (_, messages) = talk.get(&format!("/api/v1/conversations/{}/messages?limit=100", talk.conversation)).await;
    let messages: Value = serde_json::from_str(&messages).unwrap();
    let listed = messages["items"].as_array().unwrap().len();
    assert!(listed > said.min(90), "nothing that was taken is lost: {listed} of {said}");

    talk.running.terminate();
    let (status, log) = talk.running.wait();
    assert_eq!(status.code(), Some(0), "{log}");
    let told = |word: &str| log.lines().filter(|line| line.contains(word)).collect::<Vec<_>>();
    let begun = told("\"the database cannot be written\"");
    assert_eq!(begun.len(), 1, "{begun:#?}");
    assert!(begun[0].contains("\"level\":\"ERROR\"") && begun[0].contains(words), "{}", begun[0]);
    assert_eq!(told("the database can be written again").len(), 1, "{log}");
    let is_loud = |line: &&str| line.contains("\"WARN\"") || line.contains("\"ERROR\"");
    let noisy: Vec<_> = log.lines().filter(is_loud).filter(|line| !line.contains("rate limits are disabled")).collect();
    assert_eq!(noisy.len(), 2, "once while it lasts, and once when it is over: {noisy:#?}");
}

/// Lets no file of a program grow beyond this.
fn limit_files(running: &Running, limit: &str) {
    let limit = format!("--fsize={limit}");
    let done = Command::new("prlimit").args(["--pid", &running.process().to_string(), &limit]).status().unwrap();
    assert!(done.success());
}

#[tokio::test]
async fn where_a_file_cannot_grow_everybody_is_told_and_nothing_is_lost() {
    let installation = Installation::on_sqlite().with_riverside();
    let talk = Talk::begin(&installation).await;
    let fill = |running: &Running| limit_files(running, "400000:unlimited");
    let free = |running: &Running| limit_files(running, "unlimited:unlimited");
    fill_and_free(talk, fill, free, "disk I/O error").await;
}

#[tokio::test]
async fn on_a_full_disk_everybody_is_told_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::mount(folder.path()) else {
        println!("only root can make a small disk; the limit on a file's size stands for it");
        return;
    };
    let installation = Installation::on_sqlite_in(&folder.path().join("snug.db")).with_riverside();
    let talk = Talk::begin(&installation).await;
    let filler = folder.path().join("filler");
    let fill = |_: &Running| drop(fs::write(&filler, vec![0; 64 * 1_024 * 1_024]));
    let free = |_: &Running| fs::remove_file(&filler).unwrap();
    fill_and_free(talk, fill, free, "database or disk is full").await;
    drop(disk);
}

/// A disk of a few megabytes, gone with the test.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn mount(folder: &'a Path) -> Option<Self> {
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=8m", "tmpfs"]).arg(folder).output();
        mount.is_ok_and(|done| done.status.success()).then_some(Self(folder))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        // A test that failed may still have files open there.
        drop(Command::new("umount").arg("--lazy").arg(self.0).status());
    }
}
