//! Whatever goes wrong is told the same way.

use super::{Program, problem};
use insta::assert_json_snapshot;
use serde_json::json;
use snug_testkit::browser::{Method, TestSite};
use snug_testkit::days;

#[tokio::test]
async fn what_the_rules_refuse_says_why_until_when_and_where_to_go() {
    let site = TestSite::new().await;
    let (ana, _) = (site.member("ana").await, site.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello").await.to_string();
    let program = Program::of(&site, &ana).await;
    let answer = program.post("/conversations", json!({"to": "ben.okafor", "text": "Hi", "client_id": "2"})).await;
    let mut refused = answer.json();
    assert_eq!(refused["conversation"], conversation.as_str());
    refused["conversation"] = json!("…");
    assert_json_snapshot!(refused, @r#"
    {
      "code": "already-invited",
      "conversation": "…",
      "detail": "You wrote to this person on 2 March 2026. There is no answer yet.",
      "retry_at": "2026-05-01T09:00:00.000Z",
      "status": 403,
      "title": "Forbidden",
      "type": "about:blank"
    }
    "#);
}

#[tokio::test]
async fn a_field_that_cannot_be_taken_is_named_in_the_language_asked_for() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let program = Program::of(&site, &ana).await;
    let path = format!("/conversations/{conversation}/messages");
    let body = json!({"text": " \n ", "client_id": "one"});
    assert_json_snapshot!(program.post(&path, body.clone()).await.json(), @r#"
    {
      "code": "invalid",
      "errors": [
        {
          "code": "empty",
          "detail": "Write something first.",
          "field": "text"
        }
      ],
      "status": 422,
      "title": "Unprocessable Entity",
      "type": "about:blank"
    }
    "#);
    let request = program.request(Method::POST, &path).header("accept-language", "ar-EG, en;q=0.5").json(&body);
    let in_arabic = program.send(request).await.json();
    assert_ne!(in_arabic["errors"][0]["detail"], "Write something first.");
    assert_eq!(in_arabic["errors"][0]["code"], "empty", "a program reads the code");
}

#[tokio::test]
async fn a_body_that_cannot_be_read_says_what_is_wrong_with_it() {
    let site = TestSite::new().await;
    let program = Program::of_browser(&site, &site.member("ana").await).await;
    let send = async |kind: &str, body: String| {
        let request = program.request(Method::POST, "/tokens").header("content-type", kind).body(body);
        program.send(request).await
    };
    let json = "application/json";
    assert_eq!(problem(&send(json, String::from("{\"name\":")).await, 400), "malformed-json");
    assert_eq!(problem(&send("text/plain", String::from("{}")).await, 415), "not-json");
    assert_eq!(problem(&send(json, "x".repeat(600 * 1_024)).await, 413), "too-large");
    let unknown = send(json, String::from("{\"name\": \"Mine\", \"nmae\": 1}")).await;
    assert_eq!(problem(&unknown, 422), "invalid-body");
    assert!(unknown.json()["detail"].as_str().is_some_and(|detail| detail.contains("unknown field `nmae`")));
}

#[tokio::test]
async fn a_query_that_cannot_be_read_names_the_parameter() {
    let site = TestSite::new().await;
    let program = Program::of(&site, &site.member("ana").await).await;
    for (path, parameter) in [
        ("/people?limit=0", "limit"),
        ("/people?limit=101", "limit"),
        ("/people?limit=many", "limit"),
        ("/people?seach=ben", "seach"),
        ("/conversations?after=elsewhere", "after"),
        ("/conversations?show=some", "show"),
        ("/live?since=-1", "since"),
    ] {
        let answer = program.get(path).await;
        assert_eq!(problem(&answer, 422), "invalid-query", "{path}");
        assert!(answer.json()["detail"].as_str().is_some_and(|detail| detail.contains(parameter)), "{}", answer.body);
    }
}

#[tokio::test]
async fn nothing_is_here_and_not_this_way_are_problems_too() {
    let site = TestSite::new().await;
    let program = Program::of(&site, &site.member("ana").await).await;
    assert_json_snapshot!(program.get("/conversation").await.json(), @r#"
    {
      "code": "not-found",
      "detail": "There is nothing here",
      "status": 404,
      "title": "Not Found",
      "type": "about:blank"
    }
    "#);
    assert_eq!(problem(&program.get("/conversations/not-an-id").await, 404), "not-found");
    assert_eq!(problem(&program.get("/people/nobody-here").await, 404), "not-found");

    let browser = site.browser();
    for path in
        ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v2/me", "/API/v1", "/Api/v1/me", "//api/v1/me", "/api//v1"]
    {
        let answer = browser.get(path).await;
        assert_eq!(problem(&answer, 404), "not-found", "{path}");
        assert!(!answer.header("content-security-policy").is_empty(), "{path}");
    }

    let wrong_way = program.delete("/people").await;
    assert_eq!(problem(&wrong_way, 405), "method-not-allowed");
    assert_eq!(wrong_way.header("allow"), "GET,HEAD");
}

#[tokio::test]
async fn who_is_too_quick_is_told_when_to_try_again() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let program = Program::of(&site, &ana).await;
    let path = format!("/conversations/{conversation}/messages");
    let mut answer = program.post(&path, json!({"text": "0", "client_id": "0"})).await;
    for number in 1..=40 {
        if answer.status() != 201 {
            break;
        }
        answer = program.post(&path, json!({"text": "again", "client_id": number.to_string()})).await;
    }
    assert_eq!(problem(&answer, 429), "too-many");
    assert_eq!(answer.header("retry-after"), "2");
    assert_eq!(answer.json()["retry_at"], "2026-03-02T09:00:02.000Z");
}

#[tokio::test]
async fn a_profile_tells_before_anybody_types_whether_they_can_be_written_to() {
    let site = TestSite::new().await;
    let (ana, _) = (site.member("ana").await, site.member("ben").await);
    let program = Program::of(&site, &ana).await;
    let start = async || program.get("/people/ben.okafor").await.json()["start"].clone();
    assert_eq!(start().await["allowed"], true);
    let conversation = ana.start_conversation("ben", "Hello").await.to_string();
    assert_eq!(
        start().await,
        json!({
            "allowed": false,
            "code": "already-invited",
            "again_at": "2026-05-01T09:00:00.000Z",
            "conversation": conversation,
        })
    );
    site.wait(days(60));
    assert_eq!(start().await["allowed"], true);
}
