use super::{Program, expect, problem};
use serde_json::{Value, json};
use snug_app::conversations::Shown;
use snug_domain::conversations::ParticipantState::{Declined, Invited, Joined};
use snug_testkit::browser::{Answer, TestSite};

fn handles(answer: &Answer) -> (Vec<Value>, Vec<Value>) {
    expect(answer, 200);
    let of = |readers: &Value| readers.as_array().expect("people").iter().map(|it| it["handle"].clone()).collect();
    (of(&answer.json()["read"]), of(&answer.json()["unread"]))
}

#[tokio::test]
async fn who_has_read_a_message_is_told_of_those_who_take_part_and_may_see_it() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let [deniz, emma] = [site.member("deniz").await, site.member("emma").await];
    let others = [(&ben, Joined), (&carla, Joined), (&deniz, Invited), (&emma, Declined)];
    let conversation = site.several(&ana, &others, "Hello all").await;
    let said = ana.say(conversation, "Seen by whom?").await.id;
    ben.reads(conversation).await;
    let readers = format!("/conversations/{conversation}/messages/{said}/readers");
    let by_ana = Program::of(&site, &ana).await;
    let found = by_ana.get(&readers).await;
    assert_eq!(handles(&found), (vec![json!("ben.okafor")], vec![json!("carla.lindqvist")]));
    assert_eq!(found.json()["read"][0], json!({"kind": "member", "handle": "ben.okafor", "name": "Ben Okafor"}));
    assert_eq!(handles(&Program::of(&site, &ben).await.get(&readers).await).0, ["ben.okafor"], "the caller too");

    let farid = site.member("farid").await;
    ben.adds(conversation, &farid, Shown::Nothing, "And Farid").await;
    farid.accept(conversation).await;
    farid.reads(conversation).await;
    assert_eq!(handles(&by_ana.get(&readers).await).0, ["ben.okafor"], "who came later does not see it");
    let by_farid = Program::of(&site, &farid).await;
    assert_eq!(problem(&by_farid.get(&readers).await, 404), "not-found");
    carla.leave(conversation).await;
    assert_eq!(handles(&by_ana.get(&readers).await).1, Vec::<Value>::new(), "who left is not told of");
    let by_carla = Program::of(&site, &carla).await;
    assert_eq!(problem(&by_carla.get(&readers).await, 403), "not-in-it");
    for member in [&deniz, &emma] {
        let program = Program::of(&site, member).await;
        assert_eq!(problem(&program.get(&readers).await, 404), "not-found", "who is asked with another message");
    }
}

#[tokio::test]
async fn a_line_has_no_readers() {
    let site = TestSite::new().await;
    let [ana, ben] = [site.member("ana").await, site.member("ben").await];
    let conversation = site.several(&ana, &[(&ben, Joined)], "Hello").await;
    let line = ana.entries(conversation).await.pop().expect("that he accepted").id;
    let program = Program::of(&site, &ana).await;
    let path = format!("/conversations/{conversation}/messages");
    assert_eq!(problem(&program.get(&format!("{path}/{line}/readers")).await, 404), "not-found");
    assert_eq!(problem(&program.get(&format!("{path}/{conversation}/readers")).await, 404), "not-found");
}
