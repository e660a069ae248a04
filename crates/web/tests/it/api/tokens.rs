use super::{Program, expect, problem, text};
use crate::cases::{Place, Who, all};
use serde_json::json;
use snug_app::accounts::NewApiToken;
use snug_domain::api_token::Scope;
use snug_testkit::browser::{Method, TestSite};
use snug_testkit::{PASSWORD, days, seconds};

#[tokio::test]
async fn a_token_is_shown_once_and_works_until_it_is_revoked() {
    let site = TestSite::new().await;
    let page = Program::of_browser(&site, &site.member("ana").await).await;
    site.wait(seconds(1));
    let made = page.post("/tokens", json!({"name": "My calendar"})).await;
    expect(&made, 201);
    let (id, token) = (text(&made.json()["id"]), text(&made.json()["token"]));
    site.keep_secret(&token);
    assert!(token.starts_with("snug_"));
    assert_eq!((&made.json()["scope"], &made.json()["expires_at"]), (&json!("read-write"), &json!(null)));

    let listed = page.get("/tokens").await;
    assert_eq!(listed.json()["items"][0]["name"], "My calendar");
    assert!(!listed.body.contains(&token));

    let calendar = Program::of_nobody(&site);
    let me = || calendar.request(Method::GET, "/me").bearer_auth(&token);
    expect(&calendar.send(me()).await, 200);
    assert!(page.get("/tokens").await.json()["items"][0]["used_at"].is_string());
    expect(&page.delete(&format!("/tokens/{id}")).await, 204);
    assert_eq!(problem(&calendar.send(me()).await, 401), "not-signed-in");
    assert_eq!(problem(&page.delete(&format!("/tokens/{id}")).await, 404), "not-found");
}

#[tokio::test]
async fn a_token_that_reads_does_not_write_and_ends_when_it_was_to() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let page = Program::of_browser(&site, &ana).await;
    let made = page.post("/tokens", json!({"name": "A display", "scope": "read", "expires_in_days": 7})).await;
    expect(&made, 201);
    let token = text(&made.json()["token"]);
    site.keep_secret(&token);
    assert_eq!(made.json()["expires_at"], "2026-03-09T09:00:00.000Z");
    let display = Program::with_token(&site, &token);
    expect(&display.get(&format!("/conversations/{conversation}/messages")).await, 200);
    let message = json!({"text": "Not meant to be", "client_id": "x"});
    let answer = display.post(&format!("/conversations/{conversation}/messages"), message).await;
    assert_eq!(problem(&answer, 403), "read-only-token");
    assert_eq!(problem(&display.patch("/me", json!({"about": "Other"})).await, 403), "read-only-token");
    site.wait(days(7));
    assert_eq!(problem(&display.get("/me").await, 401), "not-signed-in");

    for days in [json!(0), json!(3_651), json!(1.5), json!("7"), json!(null)] {
        let answer = page.post("/tokens", json!({"name": "A display", "expires_in_days": days})).await;
        assert_eq!(answer.status().as_u16(), 422, "{days}");
    }
}

#[tokio::test]
async fn a_token_that_reads_changes_nothing_by_any_route() {
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    let new = NewApiToken { name: String::from("A display"), scope: Scope::Read, expires_in_days: None };
    let (_, token) = site.snug().create_api_token(&place.ana.actor(), None, new).await.expect("a token");
    site.keep_secret(token.reveal());
    let before = site.rows().await.without("allowances");
    let mut tried = 0;
    for case in all().iter().filter(|case| case.is_of_the_api() && case.who == Who::Members && !case.method().is_safe())
    {
        let browser = site.browser();
        let answer = browser.send(case.request(&browser, &place).bearer_auth(token.reveal())).await;
        let code = problem(&answer, 403);
        assert!(["read-only-token", "not-for-tokens"].contains(&code.as_str()), "{}: {code}", case.route);
        tried += usize::from(code == "read-only-token");
    }
    assert!(tried > 20, "guard: only {tried} routes were tried");
    site.rows().await.without("allowances").assert_same(&before, "a token that reads");
}

#[tokio::test]
async fn what_concerns_the_account_is_not_for_tokens() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let browser = Program::of_browser(&site, &ana).await;
    let session = text(&browser.get("/sessions").await.json()["items"][0]["id"]);
    let program = Program::of(&site, &ana).await;
    let token = text(&browser.get("/tokens").await.json()["items"][0]["id"]);
    let change = json!({"current_password": PASSWORD, "password": "chosen by the token"});
    let answers = [
        program.get("/sessions").await,
        program.delete("/sessions").await,
        program.delete("/sessions/current").await,
        program.delete(&format!("/sessions/{session}")).await,
        program.get("/tokens").await,
        program.post("/tokens", json!({"name": "made by a token"})).await,
        program.delete(&format!("/tokens/{token}")).await,
        program.put("/me/password", change).await,
    ];
    for answer in answers {
        assert_eq!(problem(&answer, 403), "not-for-tokens");
    }
    let me = program.get("/me").await.json();
    assert_eq!((&me["name"], &me["address"]), (&json!("Ana Ruiz"), &json!(null)));
    assert_eq!(browser.get("/me").await.json()["address"], "ana@example.org");
    expect(&browser.post("/sessions", json!({"address": ana.address(), "password": PASSWORD})).await, 201);
}

#[tokio::test]
async fn ending_all_other_sessions_ends_tokens_unless_they_are_kept() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let browser = Program::of_browser(&site, &ana).await;
    let program = Program::of(&site, &ana).await;
    expect(&browser.delete("/sessions?keep_tokens=true").await, 204);
    expect(&program.get("/me").await, 200);
    expect(&browser.delete("/sessions").await, 204);
    assert_eq!(problem(&program.get("/me").await, 401), "not-signed-in");
    expect(&browser.get("/me").await, 200);
}

#[tokio::test]
async fn a_first_password_is_refused_with_the_way_to_go() {
    let site = TestSite::new().await;
    let ana = site.member_without_password("ana").await;
    let browser = site.browser();
    browser.set_cookie("snug-session", ana.sign_in().await.reveal());
    let page = Program::in_browser(browser);
    let change = json!({"current_password": "", "password": "chosen by a thief"});
    let answer = page.put("/me/password", change).await;
    assert_eq!(problem(&answer, 403), "no-password-yet");
    assert!(text(&answer.json()["detail"]).contains("we mail it to your address"));
}
