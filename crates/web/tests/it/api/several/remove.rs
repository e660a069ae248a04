use super::{Program, everything, expect, last, messages, problem, states};
use serde_json::json;
use snug_app::conversations::Shown;
use snug_domain::conversations::ParticipantState::{Invited, Joined};
use snug_testkit::browser::TestSite;

#[tokio::test]
async fn hosts_remove_whoever_is_in_it_and_they_keep_what_they_saw() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let by_carla = Program::of(&site, &carla).await;
    let path = format!("/conversations/{conversation}");
    let of = |handle: &str| format!("{path}/participants/{handle}");
    assert_eq!(problem(&by_ben.delete(&of("carla.lindqvist")).await, 403), "only-hosts");
    assert_eq!(problem(&by_ana.delete(&of("ana.ruiz")).await, 403), "yourself");
    for nobody in ["emma.novak", "nobody-here", "…"] {
        assert_eq!(problem(&by_ana.delete(&of(nobody)).await, 404), "not-found", "{nobody}");
    }
    expect(&by_ana.delete(&of("carla.lindqvist")).await, 204);
    expect(&by_ana.delete(&of("carla.lindqvist")).await, 204);
    let line = last(&by_ben, conversation).await;
    assert_eq!((&line["kind"], &line["line"]["subject"]["handle"]), (&json!("removed"), &json!("carla.lindqvist")));
    assert_eq!(states(&by_ben.get(&path).await.json()), [("ana.ruiz", "joined")]);

    ana.say(conversation, "Without her").await;
    assert_eq!(by_carla.get(&path).await.json()["state"], "removed");
    assert_eq!(messages(&by_carla, conversation).await, ["Hello both"]);
    assert_eq!(last(&by_carla, conversation).await["kind"], "removed");
    for (asked, body) in everything(&by_carla, conversation).await {
        assert!(!body.contains("Without her"), "{asked}: {body}");
    }
    let said = by_carla.post(&format!("{path}/messages"), json!({"text": "Still here", "client_id": "1"})).await;
    assert_eq!(problem(&said, 403), "not-in-it");
    let added = json!({"to": "carla.lindqvist", "history": "now", "text": "Come back", "client_id": "2"});
    let added = by_ben.post(&format!("{path}/participants"), added).await;
    assert_eq!(problem(&added, 403), "cannot-ask");
    assert_eq!(added.json()["people"][0]["code"], "only-hosts", "a host took her out, a host brings her back");
}

#[tokio::test]
async fn an_invitation_is_taken_back_by_who_sent_it_and_by_hosts() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let [deniz, emma] = [site.member("deniz").await, site.member("emma").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    ben.adds(conversation, &deniz, Shown::All, "And Deniz").await;
    ben.adds(conversation, &emma, Shown::All, "And Emma").await;
    let path = format!("/conversations/{conversation}");
    let of = |handle: &str| format!("{path}/participants/{handle}");
    let refused = Program::of(&site, &carla).await.delete(&of("deniz.aydin")).await;
    assert_eq!(problem(&refused, 403), "only-hosts");
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    for (program, member) in [(&by_ben, &deniz), (&by_ana, &emma)] {
        let own = Program::of(&site, member).await;
        assert_eq!(own.get(&path).await.json()["state"], "invited", "guard");
        for _ in 0..2 {
            expect(&program.delete(&of(member.handle().as_str())).await, 204);
        }
        assert_eq!(last(&by_ana, conversation).await["kind"], "uninvited");
        assert_eq!(own.get(&path).await.json()["state"], "gone");
        assert_eq!(messages(&own, conversation).await, Vec::<String>::new());
        assert_eq!(own.get("/bell").await.json()["invitations"], 0);
        assert_eq!(problem(&own.call(&format!("{path}/accept")).await, 403), "no-longer-open");
    }
    assert_eq!(states(&by_ana.get(&path).await.json()), [("ben.okafor", "joined"), ("carla.lindqvist", "joined")]);
}

#[tokio::test]
async fn the_last_invitation_taken_back_before_anybody_accepted_takes_the_conversation_back() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Invited), (&carla, Invited)], "Hello both").await;
    let program = Program::of(&site, &ana).await;
    let path = format!("/conversations/{conversation}");
    expect(&program.delete(&format!("{path}/participants/ben.okafor")).await, 204);
    assert_eq!(program.get(&path).await.json()["state"], "waiting");
    expect(&program.delete(&format!("{path}/participants/carla.lindqvist")).await, 204);
    assert_eq!(program.get(&path).await.json()["state"], "withdrawn");
}
