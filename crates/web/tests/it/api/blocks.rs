use super::{Program, expect};
use serde_json::json;
use snug_domain::conversations::ParticipantState::Joined;
use snug_testkit::browser::TestSite;

#[tokio::test]
async fn a_program_blocks_lists_and_unblocks() {
    let site = TestSite::new().await;
    let (ana, ben, talk) = site.talking("ana", "ben").await;
    let carla = site.member("carla").await;
    let group = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    for _ in 0..2 {
        expect(&by_ben.put("/blocks/ana.ruiz", json!({})).await, 204);
    }
    let listed = by_ben.get("/blocks").await.json();
    assert_eq!(listed["items"][0]["person"]["handle"], "ana.ruiz", "{listed}");
    for (program, has_blocked) in [(&by_ana, false), (&by_ben, true)] {
        let shown = program.get(&format!("/conversations/{talk}")).await.json();
        assert_eq!((&shown["state"], &shown["has_blocked"]), (&json!("closed"), &json!(has_blocked)));
        let sent =
            program.post(&format!("/conversations/{talk}/messages"), json!({"text": "x", "client_id": "k"})).await;
        expect(&sent, 403);
        assert_eq!(sent.json()["code"], "closed");
    }
    assert_eq!(by_ana.get("/people/ben.okafor").await.json()["start"]["code"], "not-reachable");
    assert_eq!(by_ben.get("/people/ana.ruiz").await.json()["start"]["code"], "blocked-by-you");
    ana.say(group, "Folded").await;
    let messages = by_ben.get(&format!("/conversations/{group}/messages")).await.json();
    let last = messages["items"].as_array().and_then(|items| items.last()).expect("messages").clone();
    assert_eq!((&last["from_blocked"], &last["text"]), (&json!(true), &json!("Folded")), "{last}");
    expect(&by_ben.delete("/blocks/ana.ruiz").await, 204);
    assert_eq!(by_ana.get(&format!("/conversations/{talk}")).await.json()["state"], "talking");
    let wrong = by_ben.put("/blocks/ben.okafor", json!({})).await;
    assert_eq!(wrong.json()["code"], "yourself");
    expect(&by_ben.put("/blocks/nobody.here", json!({})).await, 404);
}

#[tokio::test]
async fn a_program_says_who_may_write_to_the_caller() {
    let site = TestSite::new().await;
    let [ana, ben] = [site.member("ana").await, site.member("ben").await];
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    assert_eq!(by_ben.get("/me").await.json()["preferences"]["writers"], "everyone");
    let changed = by_ben.patch("/me", json!({"preferences": {"writers": "acquaintances"}})).await.json();
    assert_eq!(changed["preferences"]["writers"], "acquaintances");
    let start = by_ana.get("/people/ben.okafor").await.json()["start"].clone();
    assert_eq!((&start["allowed"], &start["code"]), (&json!(false), &json!("only-acquaintances")));
    let tried = by_ana.post("/conversations", json!({"to": "ben.okafor", "text": "Hello", "client_id": "k"})).await;
    assert_eq!(tried.json()["code"], "only-acquaintances");
}
