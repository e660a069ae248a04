//! Who is let in, and with what.

use super::{Program, expect, problem};
use axum::http::{HeaderMap, HeaderValue};
use serde_json::json;
use snug_testkit::browser::{Method, TestSite};

#[tokio::test]
async fn nobody_is_told_how_to_be_let_in() {
    let site = TestSite::new().await;
    let answer = Program::of_nobody(&site).get("/me").await;
    assert_eq!(problem(&answer, 401), "not-signed-in");
    assert_eq!(answer.header("www-authenticate"), "Bearer realm=\"snug\"");
}

#[tokio::test]
async fn a_page_calls_with_the_cookie_of_its_session() {
    let site = TestSite::new().await;
    let browser = site.sign_in(&site.member("ana").await).await;
    let answer = browser.get("/api/v1/me").await;
    expect(&answer, 200);
    assert_eq!(answer.json()["handle"], "ana.ruiz");
}

#[tokio::test]
async fn a_program_with_a_wrong_token_is_nobody_though_its_cookie_would_do() {
    let site = TestSite::new().await;
    let browser = site.sign_in(&site.member("ana").await).await;
    for authorization in ["Bearer snug_nothing", "Bearer", "Basic YW5hOmFuYQ==", ""] {
        let request = browser.request(Method::GET, "/api/v1/me").header("authorization", authorization);
        assert_eq!(problem(&browser.send(request).await, 401), "not-signed-in", "{authorization}");
    }
}

#[tokio::test]
async fn a_token_of_another_community_opens_nothing() {
    let site = TestSite::new().await;
    let hilltop = site.add_community("hilltop").await;
    let program = Program::of(&site, &site.member("ana").await).await;
    expect(&program.get("/me").await, 200);
    let there = program.at(site.browser_at(&hilltop.community().host));
    assert_eq!(problem(&there.get("/me").await, 401), "not-signed-in");
    let nowhere = program.at(site.browser_at("nowhere.localhost"));
    assert_eq!(problem(&nowhere.get("/me").await, 404), "not-found");
}

#[tokio::test]
async fn another_site_cannot_act_with_the_cookie() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let path = format!("/api/v1/conversations/{conversation}/messages");
    let before = ana.texts(conversation).await;
    let mut from_elsewhere = HeaderMap::new();
    from_elsewhere.insert("sec-fetch-site", HeaderValue::from_static("cross-site"));
    from_elsewhere.insert("origin", HeaderValue::from_static("https://elsewhere.example"));
    let request = browser.request(Method::POST, &path).json(&json!({"text": "Not hers", "client_id": "x"}));
    let answer = browser.send(request.headers(from_elsewhere)).await;
    assert_eq!(problem(&answer, 403), "cross-site");
    assert_eq!(ana.texts(conversation).await, before);
}
