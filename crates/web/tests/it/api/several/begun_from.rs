use super::{Program, expect, last, messages, problem, text};
use serde_json::json;
use snug_testkit::browser::TestSite;

#[tokio::test]
async fn a_conversation_begun_from_one_of_two_is_linked_for_the_two_alone() {
    let site = TestSite::new().await;
    let (ana, ben, direct) = site.talking("ana", "ben").await;
    let carla = site.member("carla").await;
    let [by_ana, by_ben, by_carla] =
        [Program::of(&site, &ana).await, Program::of(&site, &ben).await, Program::of(&site, &carla).await];
    ana.say(direct, "Between the two").await;
    let body = json!({
        "to": ["ben.okafor", "carla.lindqvist"], "begun_from": direct.to_string(), "text": "With Carla", "client_id": "1"
    });
    let started = by_ana.post("/conversations", body.clone()).await;
    expect(&started, 201);
    let group = text(&started.json()["id"]);
    let path = format!("/conversations/{group}");
    assert_eq!((&started.json()["kind"], &started.json()["begun_from"]), (&json!("group"), &json!(direct.to_string())));
    assert_eq!(by_ben.get(&path).await.json()["begun_from"], direct.to_string());
    for program in [&by_ana, &by_ben] {
        let line = last(program, direct).await;
        assert_eq!((&line["kind"], &line["line"]["conversation"]), (&json!("continued"), &json!(group)));
        assert_eq!(line["author"]["handle"], "ana.ruiz");
    }
    expect(&by_ana.post("/conversations", body).await, 200);
    assert_eq!(messages(&by_ana, direct).await.last().map(String::as_str), Some("Between the two"));

    let shown = by_carla.get(&path).await;
    assert_eq!(shown.json()["begun_from"], json!(null));
    expect(&by_carla.call(&format!("{path}/accept")).await, 204);
    let told = [by_carla.get(&path).await, by_carla.get(&format!("{path}/messages")).await];
    assert!(told.iter().all(|answer| !answer.body.contains(&direct.to_string())), "she is not told of it");
    assert_eq!(problem(&by_carla.get(&format!("/conversations/{direct}")).await, 404), "not-found");
}

#[tokio::test]
async fn one_without_the_other_of_the_two_is_linked_with_nothing() {
    let site = TestSite::new().await;
    let (ana, ben, direct) = site.talking("ana", "ben").await;
    site.member("carla").await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let before = by_ben.get(&format!("/conversations/{direct}/messages")).await.json();
    let body =
        json!({"to": "carla.lindqvist", "begun_from": direct.to_string(), "text": "About Ben", "client_id": "1"});
    let started = by_ana.post("/conversations", body).await;
    expect(&started, 201);
    assert_eq!((&started.json()["kind"], &started.json()["begun_from"]), (&json!("group"), &json!(null)));
    assert_eq!(by_ben.get(&format!("/conversations/{direct}/messages")).await.json(), before, "he hears nothing of it");
}

#[tokio::test]
async fn one_is_begun_only_from_a_direct_conversation_that_the_caller_talks_in() {
    let site = TestSite::new().await;
    let (ana, ben, direct) = site.talking("ana", "ben").await;
    let (carla, _) = (site.member("carla").await, site.member("deniz").await);
    let group = ana.start_group(&[&ben], "Swifts", "Hello").await;
    let waiting = ana.start_conversation("deniz", "Hello Deniz").await;
    let (by_ana, by_carla) = (Program::of(&site, &ana).await, Program::of(&site, &carla).await);
    let before = site.rows().await.without("allowances");
    let body = |from: &str| json!({"to": ["deniz.aydin"], "begun_from": from, "text": "Hello", "client_id": "1"});
    let foreign = by_carla.post("/conversations", body(&direct.to_string())).await;
    assert_eq!(problem(&foreign, 404), "not-found");
    let other =
        |from: String| json!({"to": ["carla.lindqvist"], "begun_from": from, "text": "Hello", "client_id": "1"});
    for from in [group.to_string(), waiting.to_string()] {
        assert_eq!(problem(&by_ana.post("/conversations", other(from)).await, 404), "not-found");
    }
    assert_eq!(problem(&by_ana.post("/conversations", body("not-an-id")).await, 422), "invalid-body");
    site.rows().await.without("allowances").assert_same(&before, "what is refused");
}
