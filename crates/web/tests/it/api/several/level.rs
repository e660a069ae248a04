use super::{Program, expect, problem};
use serde_json::json;
use snug_domain::conversations::ParticipantState::{Invited, Joined};
use snug_testkit::browser::TestSite;

#[tokio::test]
async fn a_muted_conversation_does_not_ring_and_nobody_else_is_told() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Invited)], "Hello both").await;
    ben.reads(conversation).await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let (path, level) = (format!("/conversations/{conversation}"), format!("/conversations/{conversation}/level"));
    let before = by_ana.get(&path).await.json();
    assert_eq!(by_ben.get(&path).await.json()["level"], "normal");
    expect(&by_ben.put(&level, json!({"level": "muted"})).await, 204);
    assert_eq!(by_ben.get(&path).await.json()["level"], "muted");
    assert_eq!(by_ana.get(&path).await.json(), before);

    ana.say(conversation, "Quietly").await;
    assert_eq!(by_ben.get("/bell").await.json()["unread"], 0);
    let listed = by_ben.get("/conversations").await.json()["items"][0].clone();
    assert_eq!((&listed["level"], &listed["unread_count"]), (&json!("muted"), &json!(1)));
    expect(&by_ben.put(&level, json!({"level": "normal"})).await, 204);
    ana.say(conversation, "Aloud").await;
    assert_eq!(by_ben.get("/bell").await.json()["unread"], 1);

    for other in [json!({"level": "every_message"}), json!({"level": "loud"}), json!({})] {
        assert_eq!(problem(&by_ben.put(&level, other).await, 422), "invalid-body");
    }
    let by_carla = Program::of(&site, &carla).await;
    assert_eq!(problem(&by_carla.put(&level, json!({"level": "muted"})).await, 403), "accept-first");
}

#[tokio::test]
async fn a_conversation_with_a_star_is_found_by_it_wherever_it_is() {
    let site = TestSite::new().await;
    let [ana, ben] = [site.member("ana").await, site.member("ben").await];
    let conversation = site.several(&ana, &[(&ben, Joined)], "Hello").await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let path = format!("/conversations/{conversation}");
    let starred = async |program: &Program| {
        let found = program.get("/conversations?show=starred").await.json();
        found["items"].as_array().expect("a list").iter().map(|it| it["starred"].clone()).collect::<Vec<_>>()
    };
    assert!(starred(&by_ben).await.is_empty());
    expect(&by_ben.put(&format!("{path}/starred"), json!({"starred": true})).await, 204);
    assert_eq!((starred(&by_ben).await, starred(&by_ana).await), (vec![json!(true)], vec![]));
    let shown = [by_ben.get(&path).await.json(), by_ana.get(&path).await.json()];
    assert_eq!(shown.map(|shown| shown["starred"].clone()), [json!(true), json!(false)]);
    expect(&by_ben.put(&format!("{path}/archived"), json!({"archived": true})).await, 204);
    assert_eq!(starred(&by_ben).await.len(), 1, "also put away");
    expect(&by_ben.call(&format!("{path}/leave")).await, 204);
    assert_eq!(starred(&by_ben).await.len(), 1, "also left");
    expect(&by_ben.put(&format!("{path}/starred"), json!({"starred": false})).await, 204);
    assert!(starred(&by_ben).await.is_empty());
    assert_eq!(problem(&by_ben.put(&format!("{path}/starred"), json!({"starred": 1})).await, 422), "invalid-body");
}
