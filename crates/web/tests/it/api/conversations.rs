use super::{Program, expect, problem, text};
use serde_json::json;
use snug_testkit::browser::TestSite;
use snug_testkit::{days, minutes};

#[tokio::test]
async fn two_programs_talk_from_the_invitation_to_the_answer() {
    let site = TestSite::new().await;
    let ana = Program::of(&site, &site.member("ana").await).await;
    let ben = Program::of(&site, &site.member("ben").await).await;

    let new = json!({"to": "ben.okafor", "text": "Shall we **talk**?", "client_id": "first"});
    let started = ana.post("/conversations", new).await;
    expect(&started, 201);
    let conversation = started.json();
    let path = format!("/conversations/{}", text(&conversation["id"]));
    assert_eq!(started.header("location"), format!("/api/v1{path}"));
    assert_eq!(conversation["state"], "waiting");
    assert_eq!((&conversation["kind"], &conversation["title"]), (&json!("direct"), &json!(null)));
    assert_eq!(conversation["participant_count"], 2);
    let waiting = json!({
        "kind": "member", "handle": "ben.okafor", "name": "Ben Okafor", "lookalike": false, "state": "invited",
        "role": "member", "invited_by": "ana.ruiz", "present": false, "read_sequence": 0
    });
    assert_eq!(conversation["participants"], json!([waiting]));

    let invitations = ben.get("/invitations").await.json();
    assert_eq!(invitations["items"][0]["last"]["text"], "Shall we talk?");
    assert_eq!(ben.get("/bell").await.json()["invitations"], 1);
    let refused = ben.post(&format!("{path}/messages"), json!({"text": "Yes", "client_id": "b"})).await;
    assert_eq!(problem(&refused, 403), "accept-first");

    expect(&ben.call(&format!("{path}/accept")).await, 204);
    let said = ben.post(&format!("{path}/messages"), json!({"text": "Gladly.", "client_id": "b"})).await;
    expect(&said, 201);
    assert_eq!(said.json()["author"], json!({"kind": "member", "handle": "ben.okafor", "name": "Ben Okafor"}));
    assert_eq!(said.json()["origin"], "api");

    let messages = ana.get(&format!("{path}/messages")).await.json();
    let read: Vec<_> = messages["items"].as_array().expect("a list").iter().map(|entry| &entry["html"]).collect();
    assert_eq!(read, ["<p dir=\"auto\">Shall we <strong>talk</strong>?</p>\n", "", "<p dir=\"auto\">Gladly.</p>\n"]);
    assert_eq!(messages["items"][1]["kind"], "joined");
    assert_eq!(messages["items"][0]["client_id"], "first", "the program knows its own message again");
    assert_eq!(messages["items"][2]["client_id"], json!(null), "and is not told the keys of others");

    let unread = |answer: serde_json::Value| answer["unread"].clone();
    assert_eq!(unread(ana.get("/bell").await.json()), 1);
    expect(&ana.post(&format!("{path}/read"), json!({"sequence": 3})).await, 204);
    assert_eq!(unread(ana.get("/bell").await.json()), 0);
    assert_eq!(ben.get(&path).await.json()["participants"][0]["read_sequence"], 3);
    expect(&ana.call(&format!("{path}/unread")).await, 204);
    assert_eq!(unread(ana.get("/bell").await.json()), 1);
    expect(&ana.call("/bell/read-all").await, 204);
    assert_eq!(unread(ana.get("/bell").await.json()), 0);
}

#[tokio::test]
async fn a_message_is_edited_and_deleted_by_its_author_only() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let message = ana.say(conversation, "At nine?").await;
    let (ana, ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let path = format!("/conversations/{conversation}/messages/{}", message.id);

    let edited = ana.patch(&path, json!({"text": "At ten?"})).await;
    expect(&edited, 200);
    assert_eq!(edited.json()["text"], "At ten?");
    assert_eq!(problem(&ben.patch(&path, json!({"text": "Never."})).await, 403), "not-the-author");
    assert_eq!(problem(&ben.delete(&path).await, 403), "not-the-author");

    expect(&ana.delete(&path).await, 204);
    let messages = ben.get(&format!("/conversations/{conversation}/messages?limit=1")).await.json();
    assert_eq!(messages["items"][0]["text"], "");
    assert!(messages["items"][0]["deleted_at"].is_string());
    assert_eq!(problem(&ana.delete(&path).await, 403), "deleted");
}

#[tokio::test]
async fn an_invitation_that_was_declined_still_waits_for_whoever_sent_it() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let (ana, ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let path = format!("/conversations/{conversation}");
    let before = ana.get(&path).await.json();

    expect(&ben.call(&format!("{path}/decline")).await, 204);
    assert_eq!(ben.get(&path).await.json()["state"], "declined");
    assert_eq!(ana.get(&path).await.json(), before, "nothing tells");

    expect(&ana.call(&format!("{path}/withdraw")).await, 204);
    assert_eq!(ana.get(&path).await.json()["state"], "withdrawn");
    assert_eq!(problem(&ben.call(&format!("{path}/accept")).await, 403), "no-longer-open");
}

#[tokio::test]
async fn what_is_put_away_is_listed_elsewhere() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let ana = Program::of(&site, &ana).await;
    let count = async |show: &str| {
        let listed = ana.get(&format!("/conversations?show={show}")).await.json();
        listed["items"].as_array().expect("a list").len()
    };
    assert_eq!((count("all").await, count("archived").await), (1, 0));
    let path = format!("/conversations/{conversation}/archived");
    expect(&ana.put(&path, json!({"archived": true})).await, 204);
    assert_eq!((count("all").await, count("archived").await), (0, 1));
    expect(&ana.put(&path, json!({"archived": false})).await, 204);
    assert_eq!((count("all").await, count("archived").await), (1, 0));
}

#[tokio::test]
async fn a_program_reminds_once_and_sees_when_it_may() {
    let site = TestSite::new().await;
    let [ana, _ben] = [site.member("ana").await, site.member("ben").await];
    let program = Program::of(&site, &ana).await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let path = format!("/conversations/{conversation}");
    let early = program.call(&format!("{path}/remind")).await;
    assert_eq!(
        (early.json()["code"].clone(), early.json()["retry_at"].clone()),
        (json!("too-early"), json!("2026-03-05T09:00:00.000Z"))
    );
    assert_eq!(program.get(&path).await.json()["may_remind_at"], "2026-03-05T09:00:00.000Z");
    site.wait(days(3));
    expect(&program.call(&format!("{path}/remind")).await, 204);
    let shown = program.get(&path).await.json();
    assert_eq!((&shown["may_remind_at"], &shown["reminded_at"]), (&json!(null), &json!("2026-03-05T09:00:00.000Z")));
    expect(&program.call(&format!("{path}/remind")).await, 204);
    site.wait(minutes(1));
    assert_eq!(program.call(&format!("{path}/remind")).await.json()["code"], "already-reminded");
}
