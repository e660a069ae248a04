use super::{Program, expect, problem};
use serde_json::{Value, json};
use snug_domain::communities::Conversations;
use snug_testkit::browser::{Method, TestSite};

#[tokio::test]
async fn where_conversations_are_off_there_is_no_api_for_them() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let program = Program::of(&site, &ana).await;
    site.turn_conversations(Conversations::Off).await;

    let one = format!("/conversations/{conversation}");
    for path in ["/conversations", "/invitations", "/bell", "/live", &one, &format!("{one}/messages")] {
        assert_eq!(problem(&program.get(path).await, 404), "not-found", "{path}");
    }
    for path in ["accept", "decline", "withdraw", "unread"].map(|verb| format!("{one}/{verb}")) {
        assert_eq!(problem(&program.call(&path).await, 404), "not-found", "{path}");
    }
    assert_eq!(problem(&program.call("/bell/read-all").await, 404), "not-found");
    let new = json!({"to": "ben.okafor", "text": "Hello", "client_id": "one"});
    assert_eq!(problem(&program.post("/conversations", new).await, 404), "not-found");

    let profile = program.get("/people/ben.okafor").await;
    expect(&profile, 200);
    assert_eq!(profile.json()["start"], Value::Null, "nothing leads there");
}

#[tokio::test]
async fn nothing_of_a_conversation_is_to_be_had_by_a_third() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let message = ana.say(conversation, "Between us").await.id;
    let carla = Program::of(&site, &site.member("carla").await).await;
    let one = format!("/conversations/{conversation}");
    let of_message = format!("{one}/messages/{message}");
    let words = json!({"text": "Hello", "client_id": "one"});
    let requests = [
        carla.request(Method::GET, &one),
        carla.request(Method::GET, &format!("{one}/messages")),
        carla.request(Method::POST, &format!("{one}/messages")).json(&words),
        carla.request(Method::PATCH, &of_message).json(&json!({"text": "Hello"})),
        carla.request(Method::DELETE, &of_message),
        carla.request(Method::POST, &format!("{one}/accept")),
        carla.request(Method::POST, &format!("{one}/decline")),
        carla.request(Method::POST, &format!("{one}/withdraw")),
        carla.request(Method::POST, &format!("{one}/unread")),
        carla.request(Method::POST, &format!("{one}/read")).json(&json!({"sequence": 1})),
        carla.request(Method::PUT, &format!("{one}/archived")).json(&json!({"archived": true})),
    ];
    for request in requests {
        assert_eq!(problem(&carla.send(request).await, 404), "not-found");
    }
}
