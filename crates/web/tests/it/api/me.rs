use super::{Program, expect, problem};
use insta::assert_json_snapshot;
use serde_json::json;
use snug_testkit::PASSWORD;
use snug_testkit::browser::TestSite;

#[tokio::test]
async fn the_caller_sees_what_they_are_called_and_what_they_chose() {
    let site = TestSite::new().await;
    let program = Program::of_browser(&site, &site.member("ana").await).await;
    assert_json_snapshot!(program.get("/me").await.json(), @r#"
    {
      "about": "",
      "address": "ana@example.org",
      "change": 0,
      "handle": "ana.ruiz",
      "member_since": "2025-03-02T09:00:00.000Z",
      "name": "Ana Ruiz",
      "preferences": {
        "bell_sound": false,
        "enter_sends": true,
        "language": "en",
        "letter_keys": true,
        "mail": true,
        "mentions_ring": true,
        "shows_presence": true,
        "theme": "auto",
        "time_zone": "auto",
        "writers": "everyone"
      }
    }
    "#);
}

#[tokio::test]
async fn what_is_left_out_stays_as_it_is() {
    let site = TestSite::new().await;
    let program = Program::of(&site, &site.member("ana").await).await;
    let changes = json!({"about": "Gardener", "preferences": {"theme": "dark", "mail": false}});
    let changed = program.patch("/me", changes).await;
    expect(&changed, 200);
    let me = program.get("/me").await.json();
    assert_eq!(changed.json(), me);
    assert_eq!((&me["name"], &me["about"]), (&json!("Ana Ruiz"), &json!("Gardener")));
    assert_eq!(me["preferences"]["theme"], "dark");
    assert_eq!(me["preferences"]["mail"], false);
    assert_eq!(me["preferences"]["enter_sends"], true);
    assert_eq!(problem(&program.patch("/me", json!({"name": null})).await, 422), "invalid-body");
}

#[tokio::test]
async fn a_handle_somebody_has_is_a_conflict() {
    let site = TestSite::new().await;
    let program = Program::of(&site, &site.member("ana").await).await;
    site.member("ben").await;
    let answer = program.patch("/me", json!({"handle": "ben.okafor"})).await;
    assert_eq!(problem(&answer, 409), "invalid");
    assert_eq!(answer.json()["errors"][0]["code"], "taken");
}

#[tokio::test]
async fn a_password_is_changed_by_whoever_knows_it() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let program = Program::of_browser(&site, &ana).await;
    let new = "another corner by the fire";
    let wrong = program.put("/me/password", json!({"current_password": "a guess", "password": new})).await;
    assert_eq!(problem(&wrong, 403), "invalid");
    assert_eq!(wrong.json()["errors"][0]["field"], "current_password");
    let right = program.put("/me/password", json!({"current_password": PASSWORD, "password": new})).await;
    expect(&right, 204);
    let nobody = Program::of_nobody(&site);
    expect(&nobody.post("/sessions", json!({"address": ana.address(), "password": new})).await, 201);
}
