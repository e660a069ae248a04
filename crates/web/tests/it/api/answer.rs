use super::{Program, expect, problem};
use serde_json::{Value, json};
use snug_testkit::browser::TestSite;

#[tokio::test]
async fn a_message_says_which_one_it_answers() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let question = ana.say(conversation, "Is Sunday good?").await.sequence;
    let program = Program::of(&site, &ben).await;
    let path = format!("/conversations/{conversation}/messages");
    let body = json!({"text": "It is", "client_id": "one", "in_reply_to": question});
    let sent = program.post(&path, body.clone()).await;
    expect(&sent, 201);
    assert_eq!(sent.json()["in_reply_to"], question);
    let again = program.post(&path, body).await;
    expect(&again, 200);
    assert_eq!(again.json(), sent.json());
    let listed = program.get(&path).await.json();
    let answers: Vec<_> = listed["items"].as_array().expect("a list").iter().map(|item| &item["in_reply_to"]).collect();
    assert_eq!(answers.last(), Some(&&json!(question)));
    assert_eq!(answers.first(), Some(&&Value::Null));

    let to_another = json!({"text": "It is", "client_id": "one", "in_reply_to": 1});
    assert_eq!(problem(&program.post(&path, to_another).await, 409), "client-id-used");
    let to_nothing = program.post(&path, json!({"text": "What?", "client_id": "two", "in_reply_to": 4_000})).await;
    assert_eq!(problem(&to_nothing, 404), "not-found");
}
