use super::{Program, expect, last, problem};
use serde_json::{Value, json};
use snug_domain::conversations::ParticipantState::{Invited, Joined};
use snug_testkit::browser::TestSite;

#[tokio::test]
async fn hosts_name_a_conversation_and_take_its_name_away() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Invited)], "Hello both").await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let by_carla = Program::of(&site, &carla).await;
    let (path, title) = (format!("/conversations/{conversation}"), format!("/conversations/{conversation}/title"));
    for named in [json!("Swifts"), json!(null)] {
        expect(&by_ana.put(&title, json!({"title": named})).await, 204);
        for program in [&by_ana, &by_ben, &by_carla] {
            assert_eq!(program.get(&path).await.json()["title"], named);
        }
        let line = last(&by_ben, conversation).await;
        assert_eq!((&line["kind"], &line["line"]["title"]), (&json!("renamed"), &named));
        let count = async || by_ben.get(&format!("{path}/messages")).await.json()["items"].as_array().map(Vec::len);
        let before = count().await;
        expect(&by_ana.put(&title, json!({"title": named})).await, 204);
        assert_eq!(count().await, before, "the same again says nothing");
    }
    assert_eq!(problem(&by_ben.put(&title, json!({"title": "Mine"})).await, 403), "only-hosts");
    assert_eq!(problem(&by_carla.put(&title, json!({"title": "Mine"})).await, 403), "accept-first");
    let long = by_ana.put(&title, json!({"title": "x".repeat(81)})).await;
    assert_eq!((problem(&long, 422), &long.json()["errors"][0]["field"]), (String::from("invalid"), &json!("title")));
    for body in [json!({}), json!({"title": 7}), json!({"title": "Swifts", "colour": "red"})] {
        assert_eq!(problem(&by_ana.put(&title, body).await, 422), "invalid-body");
    }
}

#[tokio::test]
async fn hosts_say_who_adds_people() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let path = format!("/conversations/{conversation}");
    let told = async |program: &Program| {
        let shown = program.get(&path).await.json();
        (shown["role"].clone(), shown["adding"].clone(), shown["may_add"].clone())
    };
    assert_eq!(told(&by_ben).await, (json!("member"), json!("everyone"), json!(true)));
    for (adding, line) in [("hosts", "hosts_add"), ("everyone", "everyone_adds")] {
        expect(&by_ana.put(&format!("{path}/adding"), json!({"adding": adding})).await, 204);
        assert_eq!(told(&by_ana).await, (json!("host"), json!(adding), json!(true)));
        assert_eq!(told(&by_ben).await, (json!("member"), json!(adding), json!(adding == "everyone")));
        assert_eq!(last(&by_ben, conversation).await["kind"], line);
    }
    assert_eq!(problem(&by_ben.put(&format!("{path}/adding"), json!({"adding": "hosts"})).await, 403), "only-hosts");
    let other = by_ana.put(&format!("{path}/adding"), json!({"adding": "nobody"})).await;
    assert_eq!(problem(&other, 422), "invalid-body");
}

#[tokio::test]
async fn hosts_make_hosts_and_there_is_always_one() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Invited)], "Hello both").await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let path = format!("/conversations/{conversation}");
    let role = |handle: &str| format!("{path}/participants/{handle}/role");
    let (host, member) = (json!({"role": "host"}), json!({"role": "member"}));

    assert_eq!(problem(&by_ben.put(&role("ben.okafor"), host.clone()).await, 403), "only-hosts");
    assert_eq!(problem(&by_ana.put(&role("ana.ruiz"), member.clone()).await, 403), "last-host");
    expect(&by_ana.put(&role("ben.okafor"), host.clone()).await, 204);
    let line = last(&by_ben, conversation).await;
    assert_eq!((&line["kind"], &line["line"]["subject"]["handle"]), (&json!("made_host"), &json!("ben.okafor")));
    let roles = async |program: &Program| -> Vec<Value> {
        let shown = program.get(&path).await.json();
        let others = shown["participants"].as_array().expect("them").iter().map(|other| other["role"].clone());
        [shown["role"].clone()].into_iter().chain(others).collect()
    };
    assert_eq!(roles(&by_ana).await, ["host", "host", "member"]);
    assert_eq!(
        roles(&Program::of(&site, &carla).await).await,
        ["member", "member", "member"],
        "who is asked is not told"
    );

    expect(&by_ben.put(&role("ana.ruiz"), member.clone()).await, 204);
    assert_eq!(last(&by_ana, conversation).await["kind"], "unmade_host");
    assert_eq!(roles(&by_ben).await, ["host", "member", "member"]);
    assert_eq!(problem(&by_ben.put(&role("ben.okafor"), member).await, 403), "last-host");
    for nobody in ["carla.lindqvist", "nobody-here", "…"] {
        assert_eq!(problem(&by_ben.put(&role(nobody), host.clone()).await, 404), "not-found", "{nobody}");
    }
    assert_eq!(problem(&by_ben.put(&role("ana.ruiz"), json!({"role": "owner"})).await, 422), "invalid-body");
}

#[tokio::test]
async fn between_two_nobody_is_a_host() {
    let site = TestSite::new().await;
    let (ana, ben, direct) = site.talking("ana", "ben").await;
    let path = format!("/conversations/{direct}");
    for member in [&ana, &ben] {
        let program = Program::of(&site, member).await;
        let shown = program.get(&path).await.json();
        assert_eq!((&shown["role"], &shown["may_add"]), (&json!("member"), &json!(false)));
        assert_eq!(shown["participants"][0]["role"], "member");
        let other = if member.id() == ana.id() { ben.handle() } else { ana.handle() };
        let refused = [
            program.put(&format!("{path}/title"), json!({"title": "Us"})).await,
            program.put(&format!("{path}/adding"), json!({"adding": "everyone"})).await,
            program.put(&format!("{path}/participants/{other}/role"), json!({"role": "host"})).await,
            program.delete(&format!("{path}/participants/{other}")).await,
            program.call(&format!("{path}/leave")).await,
        ];
        for answer in refused {
            assert_eq!(problem(&answer, 403), "only-in-groups");
        }
    }
}
