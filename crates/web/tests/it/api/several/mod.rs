//! Conversations of several, as programs see and run them.

mod add_people;
mod begun_from;
mod hosts;
mod leave;
mod level;
mod readers;
mod remove;

use super::{Program, expect, problem, text};
use serde_json::{Value, json};
use snug_domain::ConversationId;
use snug_domain::conversations::ParticipantState::{Declined, Invited, Joined};
use snug_testkit::browser::TestSite;

fn states(conversation: &Value) -> Vec<(&str, &str)> {
    let participants = conversation["participants"].as_array().expect("participants").iter();
    participants
        .map(|other| (other["handle"].as_str().expect("a handle"), other["state"].as_str().unwrap_or("untold")))
        .collect()
}

/// Everything that a program can read of a conversation, and of where it stands.
async fn everything(program: &Program, conversation: ConversationId) -> Vec<(String, String)> {
    let path = format!("/conversations/{conversation}");
    let messages = program.get(&format!("{path}/messages?limit=100")).await;
    let mut asked = vec![path.clone(), format!("{path}/messages"), format!("{path}/messages?after=0")];
    asked.push(format!("{path}/messages?before=9007199254740991&limit=1"));
    for entry in messages.json()["items"].as_array().into_iter().flatten() {
        asked.push(format!("{path}/messages/{}/readers", text(&entry["id"])));
    }
    for show in ["all", "unread", "invitations", "starred", "archived"] {
        asked.push(format!("/conversations?show={show}"));
    }
    asked.extend(["/invitations", "/bell", "/people"].map(String::from));
    let mut found = Vec::with_capacity(asked.len());
    for path in asked {
        let body = program.get(&path).await.body;
        found.push((path, body));
    }
    found
}

/// The texts of the messages that a program sees.
async fn messages(program: &Program, conversation: ConversationId) -> Vec<String> {
    let found = program.get(&format!("/conversations/{conversation}/messages?limit=100")).await;
    expect(&found, 200);
    let entries = found.json()["items"].as_array().expect("entries").clone();
    entries.iter().filter(|entry| entry["kind"] == "message").map(|entry| text(&entry["text"])).collect()
}

/// The last entry that a program sees.
async fn last(program: &Program, conversation: ConversationId) -> Value {
    let found = program.get(&format!("/conversations/{conversation}/messages?limit=1")).await;
    found.json()["items"][0].clone()
}

#[tokio::test]
async fn every_entry_names_its_author_and_every_other_participant_is_listed() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    carla.say(conversation, "From Carla").await;
    let program = Program::of(&site, &ben).await;
    let path = format!("/conversations/{conversation}");
    let messages = program.get(&format!("{path}/messages")).await.json();
    assert_eq!(messages["items"][0]["author"], json!({"kind": "member", "handle": "ana.ruiz", "name": "Ana Ruiz"}));
    let authors: Vec<_> =
        messages["items"].as_array().expect("entries").iter().map(|it| &it["author"]["handle"]).collect();
    assert_eq!(authors, ["ana.ruiz", "ana.ruiz", "ben.okafor", "carla.lindqvist", "carla.lindqvist"]);

    let shown = program.get(&path).await.json();
    assert_eq!((&shown["kind"], &shown["title"], &shown["state"]), (&json!("group"), &json!(null), &json!("talking")));
    assert_eq!(shown["participant_count"], 3);
    assert_eq!(states(&shown), [("ana.ruiz", "joined"), ("carla.lindqvist", "joined")]);
    let listed = program.get("/conversations").await.json()["items"][0].clone();
    assert_eq!(listed["participants"], shown["participants"]);
    assert_eq!((&listed["last"]["own"], &listed["last"]["text"]), (&json!(false), &json!("From Carla")));
    assert_eq!(listed["last"]["author"]["handle"], "carla.lindqvist");
}

#[tokio::test]
async fn a_decline_stays_an_invitation_and_who_is_asked_learns_who_is_in_only() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let emma = site.member("emma").await;
    let others = [(&ben, Joined), (&carla, Invited), (&emma, Declined)];
    let conversation = site.several(&ana, &others, "Hello all").await;
    ben.say(conversation, "Not for Carla").await;
    let path = format!("/conversations/{conversation}");
    let by_ana = Program::of(&site, &ana).await.get(&path).await.json();
    assert_eq!(states(&by_ana).iter().map(|(_, state)| *state).collect::<Vec<_>>(), ["joined", "invited", "invited"]);
    let carla = Program::of(&site, &carla).await;
    assert_eq!(states(&carla.get(&path).await.json()), [("ana.ruiz", "joined"), ("ben.okafor", "joined")]);
    for asked in [&path, &format!("{path}/messages"), "/conversations", "/invitations", "/bell"] {
        let answer = carla.get(asked).await.body;
        assert!(!answer.contains("Not for Carla") && !answer.contains("emma"), "{asked}: {answer}");
    }
}

#[tokio::test]
async fn who_left_is_told_so() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    carla.leave(conversation).await;
    let program = Program::of(&site, &carla).await;
    let path = format!("/conversations/{conversation}");
    assert_eq!(program.get(&path).await.json()["state"], "left");
    let messages = program.get(&format!("{path}/messages")).await.json();
    let kinds: Vec<_> = messages["items"].as_array().expect("entries").iter().map(|it| &it["kind"]).collect();
    assert_eq!(kinds, ["started", "message", "joined", "joined", "left"]);
}
