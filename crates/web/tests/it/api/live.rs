use super::{Program, expect, problem};
use serde_json::{Value, json};
use snug_testkit::browser::{Method, TestSite};

#[tokio::test]
async fn a_program_hears_what_happens_in_order() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let program = Program::of(&site, &ben).await;
    let mut events = program.follow("").await;
    assert_eq!(events.header("content-type"), "text/event-stream");

    let message = ana.say(conversation, "At nine?").await;
    ana.edit(conversation, message.id, "At ten?").await;
    ana.delete(conversation, message.id).await;
    let mut kinds = Vec::new();
    let mut numbers = Vec::new();
    for _ in 0..3 {
        let event = events.next_change().await;
        let change = event.json();
        assert_eq!(change["number"], event.number(), "the id is the number");
        assert_eq!(change["conversation"], conversation.to_string());
        assert_eq!(change["message"]["author"]["handle"], "ana.ruiz");
        kinds.push(change["kind"].clone());
        numbers.push(event.number());
    }
    assert_eq!(kinds, ["message", "edited", "deleted"]);
    assert!(numbers.is_sorted_by(|before, after| after - before == 1), "{numbers:?}");
}

#[tokio::test]
async fn what_was_missed_is_told_from_where_one_left_off() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let program = Program::of(&site, &ben).await;
    let mut events = program.follow("").await;
    ana.say(conversation, "One").await;
    let heard = events.next_change().await.number();
    drop(events);
    ana.say(conversation, "Two").await;
    ana.say(conversation, "Three").await;

    let told = async |mut events: snug_testkit::browser::Events| {
        let (first, second) = (events.next_change().await, events.next_change().await);
        [first, second].map(|event| event.json()["message"]["text"].clone())
    };
    assert_eq!(told(program.follow(&format!("?since={heard}")).await).await, ["Two", "Three"]);
    let request = program.request(Method::GET, "/live?since=0").header("last-event-id", heard);
    assert_eq!(told(program.open(request).await).await, ["Two", "Three"], "the header is the newer of the two");
}

#[tokio::test]
async fn a_number_that_was_never_reached_means_loading_anew() {
    let site = TestSite::new().await;
    let (ana, _, _) = site.talking("ana", "ben").await;
    let program = Program::of(&site, &ana).await;
    let change = program.get("/me").await.json()["change"].clone();
    let reload = program.follow("?since=1000000").await.next_named("reload").await;
    assert_eq!(Value::from(reload.number()), change, "and to go on from here");
}

#[tokio::test]
async fn a_stream_ends_with_the_token_it_was_opened_with() {
    let site = TestSite::new().await;
    let (ana, _, _) = site.talking("ana", "ben").await;
    let (page, program) = (Program::of_browser(&site, &ana).await, Program::of(&site, &ana).await);
    let mut events = program.follow("").await;
    let made = page.get("/tokens").await.json();
    let id = made["items"][0]["id"].as_str().expect("an id").to_owned();
    expect(&page.delete(&format!("/tokens/{id}")).await, 204);
    assert!(events.ends().await, "at once");
}

#[tokio::test]
async fn a_stream_ends_when_the_program_stops() {
    let site = TestSite::new().await;
    let (ana, _, _) = site.talking("ana", "ben").await;
    let mut events = Program::of(&site, &ana).await.follow("").await;
    site.stop();
    assert!(events.ends().await);
}

#[tokio::test]
async fn nobody_follows() {
    let site = TestSite::new().await;
    let program = Program::of_nobody(&site);
    assert_eq!(problem(&program.get("/live").await, 401), "not-signed-in");
    assert_eq!(problem(&program.post("/live", json!({})).await, 405), "method-not-allowed");
}
