use super::{Program, everything, expect, last, messages, problem, states};
use serde_json::json;
use snug_app::conversations::Shown;
use snug_domain::conversations::ParticipantState::{Declined, Invited, Joined};
use snug_domain::conversations::{Adding, Role};
use snug_testkit::browser::TestSite;
use snug_testkit::{days, minutes, seconds};

#[tokio::test]
async fn who_leaves_keeps_what_they_saw_and_can_come_back_for_a_minute() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let (by_ana, by_carla) = (Program::of(&site, &ana).await, Program::of(&site, &carla).await);
    let (path, leave) = (format!("/conversations/{conversation}"), format!("/conversations/{conversation}/leave"));
    expect(&by_carla.call(&leave).await, 204);
    expect(&by_carla.call(&leave).await, 204);
    let line = last(&by_ana, conversation).await;
    assert_eq!((&line["kind"], &line["author"]["handle"]), (&json!("left"), &json!("carla.lindqvist")));
    assert_eq!(states(&by_ana.get(&path).await.json()), [("ben.okafor", "joined")]);
    ana.say(conversation, "While she was away").await;
    let shown = by_carla.get(&path).await.json();
    assert_eq!((&shown["state"], &shown["may_add"]), (&json!("left"), &json!(false)));
    assert_eq!(messages(&by_carla, conversation).await, ["Hello both"]);
    let said = by_carla.post(&format!("{path}/messages"), json!({"text": "Still here", "client_id": "1"})).await;
    assert_eq!(problem(&said, 403), "not-in-it");
    assert_eq!(by_carla.get("/conversations?show=archived").await.json()["items"][0]["state"], "left");

    site.wait(seconds(59));
    expect(&by_carla.delete(&leave).await, 204);
    expect(&by_carla.delete(&leave).await, 204);
    assert_eq!(messages(&by_carla, conversation).await, ["Hello both", "While she was away"]);
    assert_eq!(last(&by_ana, conversation).await["kind"], "returned");
    expect(&by_carla.call(&leave).await, 204);
    site.wait(minutes(1));
    assert_eq!(problem(&by_carla.delete(&leave).await, 403), "too-late");
}

#[tokio::test]
async fn the_last_host_who_leaves_makes_another_one() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = ana.start_group(&[&ben, &carla], "", "Hello both").await;
    carla.accept(conversation).await;
    site.wait(minutes(1));
    ben.accept(conversation).await;
    let (by_ana, by_carla) = (Program::of(&site, &ana).await, Program::of(&site, &carla).await);
    let path = format!("/conversations/{conversation}");
    expect(&by_ana.call(&format!("{path}/leave")).await, 204);
    assert_eq!(by_carla.get(&path).await.json()["role"], "host", "who has been in it longest");
    assert_eq!(by_ana.get(&path).await.json()["role"], "member", "who left hosts nothing");
    let found = by_carla.get(&format!("{path}/messages?limit=2")).await.json();
    let kinds: Vec<_> = found["items"].as_array().expect("entries").iter().map(|it| &it["kind"]).collect();
    assert_eq!(kinds, ["became_host", "left"]);
    assert_eq!(found["items"][0]["line"]["subject"]["handle"], "carla.lindqvist");
}

#[tokio::test]
async fn the_last_one_keeps_it_and_adds_people() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined)], "Hello").await;
    ben.leave(conversation).await;
    let by_ana = Program::of(&site, &ana).await;
    let path = format!("/conversations/{conversation}");
    let shown = by_ana.get(&path).await.json();
    assert_eq!((&shown["state"], &shown["may_add"]), (&json!("alone"), &json!(true)));
    let said = by_ana.post(&format!("{path}/messages"), json!({"text": "Anybody?", "client_id": "1"})).await;
    assert_eq!(problem(&said, 403), "nobody-else");
    let added = json!({"to": carla.handle().as_str(), "history": "now", "text": "Carla?", "client_id": "2"});
    expect(&by_ana.post(&format!("{path}/participants"), added).await, 201);
}

#[tokio::test]
async fn who_is_only_asked_or_not_in_it_leaves_nothing() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Invited)], "Hello").await;
    let leave = format!("/conversations/{conversation}/leave");
    let (by_ben, by_carla) = (Program::of(&site, &ben).await, Program::of(&site, &carla).await);
    assert_eq!(problem(&by_ben.call(&leave).await, 403), "decline-instead");
    assert_eq!(problem(&by_ben.delete(&leave).await, 403), "too-late");
    for answer in [by_carla.call(&leave).await, by_carla.delete(&leave).await] {
        assert_eq!(problem(&answer, 404), "not-found");
    }
}

#[tokio::test]
async fn who_is_not_in_it_any_more_sees_nothing_change_whatever_happens() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let [deniz, emma, farid] = [site.member("deniz").await, site.member("emma").await, site.member("farid").await];
    let others = [(&ben, Joined), (&carla, Joined), (&deniz, Joined), (&emma, Invited)];
    let conversation = site.several(&ana, &others, "Hello all").await;
    carla.leave(conversation).await;
    ana.remove(conversation, &deniz).await;
    ana.remove(conversation, &emma).await;
    let gone = [
        (Program::of(&site, &carla).await, "left"),
        (Program::of(&site, &deniz).await, "removed"),
        (Program::of(&site, &emma).await, "gone"),
    ];
    let mut before = Vec::new();
    for (program, state) in &gone {
        let shown = program.get(&format!("/conversations/{conversation}")).await.json();
        assert_eq!(shown["state"], *state, "guard");
        before.push(everything(program, conversation).await);
    }

    site.wait(minutes(5));
    ana.say(conversation, "Among us").await;
    ben.reads(conversation).await;
    ana.adds(conversation, &farid, Shown::All, "And Farid").await;
    farid.accept(conversation).await;
    ana.makes(conversation, &farid, Role::Host).await;
    ana.rename(conversation, "Others").await;
    site.snug().set_adding(&ana.actor(), conversation, Adding::Hosts).await.expect("only hosts");
    ana.leave(conversation).await;
    for ((program, state), before) in gone.iter().zip(before) {
        for (now, before) in everything(program, conversation).await.into_iter().zip(before) {
            assert_eq!(now, before, "{state}");
        }
    }
}

#[tokio::test]
async fn whoever_left_deletes_what_they_wrote_and_edits_nothing() {
    let site = TestSite::new().await;
    let [ana, ben] = [site.member("ana").await, site.member("ben").await];
    let conversation = site.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    let message = ben.say(conversation, "A slip of the tongue").await.id;
    ben.leave(conversation).await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let path = format!("/conversations/{conversation}/messages/{message}");
    assert_eq!(problem(&by_ben.patch(&path, json!({"text": "Another"})).await, 403), "not-in-it");
    expect(&by_ben.delete(&path).await, 204);
    for program in [&by_ana, &by_ben] {
        assert_eq!(messages(program, conversation).await, ["Hello Ben", ""]);
    }
}

#[tokio::test]
async fn what_nobody_accepted_names_those_it_was_to_for_whoever_began_it() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Declined), (&carla, Invited)], "Hello both").await;
    let program = Program::of(&site, &ana).await;
    let path = format!("/conversations/{conversation}");
    site.wait(days(30));
    let shown = program.get(&path).await.json();
    assert_eq!((&shown["state"], &shown["participant_count"]), (&json!("lapsed"), &json!(3)));
    assert_eq!(states(&shown), [("ben.okafor", "untold"), ("carla.lindqvist", "untold")]);
    let listed = program.get("/conversations").await.json()["items"][0].clone();
    for field in ["state", "participants", "participant_count"] {
        assert_eq!(listed[field], shown[field], "{field}");
    }
}
