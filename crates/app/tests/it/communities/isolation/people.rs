use super::is_not_found;
use snug_app::conversations::StartWith;
use snug_app::{Actor, Error};
use snug_domain::Refusal;
use snug_domain::api_token::Access;
use snug_testkit::{Member, PASSWORD, TestApp, refused};

#[tokio::test]
async fn people_of_another_community_are_not_found() {
    let app = TestApp::new().await;
    let hilltop = app.add_community("hilltop").await;
    let (ana, ben) = (app.member("ana").await, hilltop.member("ben").await);
    assert!(is_not_found(&app.snug().find_profile(&ana.actor(), ben.handle()).await));
    let start = StartWith::one(ben.handle().clone(), ana.draft("Hello Ben"));
    assert_eq!(refused(app.snug().start_conversation(&ana.actor(), start).await), Refusal::NotReachable);
    let found = app.snug().list_members(&ana.actor(), "ben", None, 10).await.expect("members");
    assert!(found.members.is_empty());
    assert_eq!(app.count_members().await, 1);
}

#[tokio::test]
async fn nobody_is_signed_in_to_another_community() {
    let app = TestApp::new().await;
    let hilltop = app.add_community("hilltop").await;
    let ana = app.member("ana").await;
    let stranger = hilltop.member("emma").await;
    let session = ana.sign_in().await;
    let (made, token) = ana.api_token("My script").await;
    app.keep_secret(token.reveal());
    let (snug, there, now) = (app.snug(), hilltop.community(), app.now());

    let arrival = snug.arrive("hilltop.localhost", Some(session), now).await.expect("an arrival");
    assert!(arrival.is_some_and(|arrival| arrival.signed_in.is_none()));
    let arrival = snug.arrive_with_api_token("hilltop.localhost", token, Access::Read, now).await.expect("an arrival");
    assert!(arrival.is_some_and(|(_, let_in)| let_in.is_none()));
    let answer = snug.sign_in(&there, &Member::client(), "ana@example.org", PASSWORD, now).await;
    assert!(matches!(answer, Err(Error::WrongCredentials)));

    let own = snug.list_sessions(&ana.actor()).await.expect("sessions")[0].id;
    for actor in [stranger.actor(), Actor { person: ana.id(), ..stranger.actor() }] {
        assert!(is_not_found(&snug.end_session(&actor, own).await));
        assert!(is_not_found(&snug.revoke_api_token(&actor, made.id).await));
        assert!(snug.list_sessions(&actor).await.expect("sessions").is_empty());
        assert!(snug.list_api_tokens(&actor).await.expect("tokens").is_empty());
    }
}

#[tokio::test]
async fn limits_are_counted_for_each_community_by_itself() {
    let app = TestApp::new().await;
    let hilltop = app.add_community("hilltop").await;
    for place in [&*app, &hilltop] {
        place.member("ana").await;
        for _ in 0..10 {
            let (community, client) = (place.community(), Member::client());
            let answer = place.snug().sign_in(&community, &client, "ana@example.org", "a guess", place.now()).await;
            assert!(matches!(answer, Err(Error::WrongCredentials)));
        }
    }
}
