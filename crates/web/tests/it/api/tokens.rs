use super::{Program, expect, problem, text};
use serde_json::json;
use snug_testkit::browser::{Method, TestSite};
use snug_testkit::seconds;

#[tokio::test]
async fn a_token_is_shown_once_and_works_until_it_is_revoked() {
    let site = TestSite::new().await;
    let program = Program::of(&site, &site.member("ana").await).await;
    site.wait(seconds(1));
    let made = program.post("/tokens", json!({"name": "My calendar"})).await;
    expect(&made, 201);
    let (id, token) = (text(&made.json()["id"]), text(&made.json()["token"]));
    site.keep_secret(&token);
    assert!(token.starts_with("snug_"));

    let listed = program.get("/tokens").await;
    assert_eq!(listed.json()["items"][0]["name"], "My calendar");
    assert!(!listed.body.contains(&token));

    let calendar = Program::of_nobody(&site);
    let me = || calendar.request(Method::GET, "/me").bearer_auth(&token);
    expect(&calendar.send(me()).await, 200);
    expect(&program.delete(&format!("/tokens/{id}")).await, 204);
    assert_eq!(problem(&calendar.send(me()).await, 401), "not-signed-in");
    assert_eq!(problem(&program.delete(&format!("/tokens/{id}")).await, 404), "not-found");
}
