use super::{Program, expect, problem};
use futures_util::future::join_all;
use serde_json::json;
use snug_domain::conversations::EntryKind;
use snug_testkit::browser::TestSite;

#[tokio::test]
async fn a_message_sent_twice_is_there_once() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let program = Program::of(&site, &ana).await;
    let path = format!("/conversations/{conversation}/messages");
    let body = json!({"text": "Once", "client_id": "one"});

    let first = program.post(&path, body.clone()).await;
    expect(&first, 201);
    let again = program.post(&path, body).await;
    expect(&again, 200);
    assert_eq!(again.json(), first.json());
    assert_eq!(ben.texts(conversation).await.iter().filter(|text| *text == "Once").count(), 1);

    let other = program.post(&path, json!({"text": "Something else", "client_id": "one"})).await;
    assert_eq!(problem(&other, 409), "client-id-used");
}

#[tokio::test]
async fn a_conversation_started_twice_is_one() {
    let site = TestSite::new().await;
    let program = Program::of(&site, &site.member("ana").await).await;
    site.member("ben").await;
    let body = json!({"to": "ben.okafor", "text": "Hello", "client_id": "one"});

    let first = program.post("/conversations", body.clone()).await;
    expect(&first, 201);
    let again = program.post("/conversations", body).await;
    expect(&again, 200);
    assert_eq!(again.json()["id"], first.json()["id"]);

    let other = program.post("/conversations", json!({"to": "ben.okafor", "text": "Hi", "client_id": "one"})).await;
    assert_eq!(problem(&other, 409), "client-id-used");
}

#[tokio::test]
async fn a_conversation_of_several_started_several_times_at_once_is_one() {
    let site = TestSite::new().await;
    let (ana, ben, direct) = site.talking("ana", "ben").await;
    let program = Program::of(&site, &ana).await;
    let carla = site.member("carla").await;
    let body = json!({
        "to": ["ben.okafor", "carla.lindqvist"], "title": "Swifts", "begun_from": direct.to_string(),
        "text": "Hello both", "client_id": "one"
    });
    let answers = join_all([(); 4].map(|()| program.post("/conversations", body.clone()))).await;
    let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status().as_u16()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 200, 200, 201]);
    assert!(answers.iter().all(|answer| answer.json()["id"] == answers[0].json()["id"]));
    assert_eq!((ben.bell().await.invitations, carla.bell().await.invitations), (1, 1));
    let begun = ben.kinds(direct).await.into_iter().filter(|kind| *kind == EntryKind::Continued);
    assert_eq!(begun.count(), 1);

    for other in [json!({"title": "Swallows"}), json!({"begun_from": null}), json!({"to": ["carla.lindqvist"]})] {
        let mut changed = body.clone();
        for (field, value) in other.as_object().expect("fields") {
            match value.is_null() {
                true => drop(changed.as_object_mut().expect("fields").remove(field)),
                false => changed[field] = value.clone(),
            }
        }
        assert_eq!(problem(&program.post("/conversations", changed).await, 409), "client-id-used", "{other}");
    }
}
