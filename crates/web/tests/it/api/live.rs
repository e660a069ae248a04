use super::{Program, expect, problem};
use serde_json::{Value, json};
use snug_app::conversations::Shown;
use snug_domain::conversations::ParticipantState::Joined;
use snug_domain::conversations::{Adding, Role};
use snug_testkit::browser::{Events, Method, TestSite};
use snug_testkit::seconds;

/// The next changes, as they are told.
async fn next(events: &mut Events, count: usize) -> Vec<Value> {
    let mut told = Vec::with_capacity(count);
    for _ in 0..count {
        told.push(events.next_change().await.json());
    }
    told
}

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

#[tokio::test]
async fn whatever_happens_among_several_is_told_to_those_in_it() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let deniz = site.member("deniz").await;
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let mut events = Program::of(&site, &ben).await.follow("").await;

    site.wait(seconds(1));
    ana.adds(conversation, &deniz, Shown::All, "And Deniz").await;
    deniz.accept(conversation).await;
    ana.rename(conversation, "Swifts").await;
    site.snug().set_adding(&ana.actor(), conversation, Adding::Hosts).await.expect("only hosts");
    ana.makes(conversation, &ben, Role::Host).await;
    ana.makes(conversation, &ben, Role::Member).await;
    carla.leave(conversation).await;
    carla.undoes_leaving(conversation).await;
    ana.remove(conversation, &carla).await;
    ana.leave(conversation).await;

    let told = next(&mut events, 12).await;
    assert!(told.iter().all(|change| change["state"] == "talking"), "{told:#?}");
    let others = told.iter().filter(|change| change["kind"] != "message");
    assert_eq!(
        others.map(|change| &change["message"]["kind"]).collect::<Vec<_>>(),
        ["returned"],
        "it is in the list again"
    );
    let lines: Vec<_> = told.iter().map(|change| &change["message"]["kind"]).collect();
    let expected = [
        "message",
        "invited",
        "joined",
        "renamed",
        "hosts_add",
        "made_host",
        "unmade_host",
        "left",
        "returned",
        "removed",
        "became_host",
        "left",
    ];
    assert_eq!(lines, expected);
    let subjects: Vec<_> = told.iter().map(|change| change["message"]["line"]["subject"]["handle"].clone()).collect();
    assert_eq!((&subjects[1], &subjects[9]), (&json!("deniz.aydin"), &json!("carla.lindqvist")));
    assert_eq!(subjects[10], "ben.okafor", "he had been in it longest");
    assert_eq!(told[3]["message"]["line"]["title"], "Swifts");
}

#[tokio::test]
async fn who_is_asked_hears_of_the_invitation_and_of_nothing_that_is_said() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    let mut events = Program::of(&site, &carla).await.follow("").await;
    ana.adds(conversation, &carla, Shown::Nothing, "And Carla").await;
    let unheard = ben.say(conversation, "Not for Carla").await;
    ben.edit(conversation, unheard.id, "Nor this").await;
    ana.rename(conversation, "Swifts").await;
    carla.accept(conversation).await;
    ben.say(conversation, "Welcome").await;
    let told = next(&mut events, 4).await;
    let kinds: Vec<_> = told.iter().map(|change| change["kind"].clone()).collect();
    assert_eq!(kinds, ["invited", "listed", "message", "message"]);
    assert_eq!(told[0]["message"]["text"], "And Carla");
    assert_eq!(told[1]["message"], json!(null));
    assert_eq!((&told[2]["message"]["kind"], &told[3]["message"]["text"]), (&json!("joined"), &json!("Welcome")));
    let all = json!(told).to_string();
    assert!(!all.contains("Hello Ben") && !all.contains("Not for Carla") && !all.contains("Nor this"), "{all}");
}

#[tokio::test]
async fn who_is_removed_hears_so_and_nothing_after_it() {
    let site = TestSite::new().await;
    let (ana, carla, direct) = site.talking("ana", "carla").await;
    let ben = site.member("ben").await;
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let mut events = Program::of(&site, &carla).await.follow("").await;
    ana.remove(conversation, &carla).await;
    ana.say(conversation, "Without her").await;
    ben.reads(conversation).await;
    ana.rename(conversation, "Swifts").await;
    ana.say(direct, "Sorry").await;
    let told = next(&mut events, 2).await;
    assert_eq!((&told[0]["message"]["kind"], &told[0]["state"]), (&json!("removed"), &json!("removed")));
    assert_eq!(told[1]["message"]["text"], "Sorry", "it is the next she hears of");
}

#[tokio::test]
async fn nobody_hears_that_somebody_declined() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    ana.adds(conversation, &carla, Shown::All, "And Carla").await;
    let mut events = [Program::of(&site, &ana).await.follow("").await, Program::of(&site, &ben).await.follow("").await];
    carla.decline(conversation).await;
    carla.undoes_declining(conversation).await;
    carla.decline(conversation).await;
    ben.say(conversation, "Where is she?").await;
    for events in &mut events {
        assert_eq!(next(events, 1).await[0]["message"]["text"], "Where is she?");
    }
}
