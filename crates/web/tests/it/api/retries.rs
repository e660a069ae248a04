use super::{Program, expect, problem};
use serde_json::json;
use snug_testkit::browser::TestSite;

#[tokio::test]
async fn a_message_sent_twice_is_there_once() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let program = Program::of(&site, &ana).await;
    let path = format!("/conversations/{conversation}/messages");
    let body = json!({"text": "Once", "client_id": "one"});

    let first = program.post(&path, body.clone()).await;
    expect(&first, 201);
    let again = program.post(&path, body).await;
    expect(&again, 200);
    assert_eq!(again.json(), first.json());
    assert_eq!(ben.texts(conversation).await.iter().filter(|text| *text == "Once").count(), 1);

    let other = program.post(&path, json!({"text": "Something else", "client_id": "one"})).await;
    assert_eq!(problem(&other, 409), "client-id-used");
}

#[tokio::test]
async fn a_conversation_started_twice_is_one() {
    let site = TestSite::new().await;
    let program = Program::of(&site, &site.member("ana").await).await;
    site.member("ben").await;
    let body = json!({"to": "ben.okafor", "text": "Hello", "client_id": "one"});

    let first = program.post("/conversations", body.clone()).await;
    expect(&first, 201);
    let again = program.post("/conversations", body).await;
    expect(&again, 200);
    assert_eq!(again.json()["id"], first.json()["id"]);

    let other = program.post("/conversations", json!({"to": "ben.okafor", "text": "Hi", "client_id": "one"})).await;
    assert_eq!(problem(&other, 409), "client-id-used");
}
