use snug_app::Error;
use snug_app::accounts::Token;
use snug_domain::{Field, Invalid, PersonId, Problem};
use snug_testkit::{TestApp, invalid, minutes};

async fn comes_as(app: &TestApp, token: &Token) -> Option<PersonId> {
    let host = app.community().host.clone();
    let arrived = app.snug().arrive_with_api_token(&host, token.clone(), app.now()).await.expect("an arrival");
    arrived.expect("a community").1.map(|(person, _)| person.id)
}

#[tokio::test]
async fn a_token_lets_its_owner_in_until_it_is_revoked() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let (made, token) = app.snug().create_api_token(&ana.actor(), "My script").await.expect("a token");
    app.keep_secret(token.reveal());
    assert!(token.reveal().starts_with("snug_"));
    assert_eq!(comes_as(&app, &token).await, Some(ana.id()));
    app.wait(minutes(1));
    let listed = app.snug().list_api_tokens(&ana.actor()).await.expect("tokens");
    assert_eq!((listed.len(), listed[0].name.as_str()), (1, "My script"));
    assert!(listed[0].used_at.is_some());

    app.snug().revoke_api_token(&ana.actor(), made.id).await.expect("revoked");
    assert_eq!(comes_as(&app, &token).await, None);
}

#[tokio::test]
async fn nobody_revokes_the_token_of_another() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let (made, token) = app.snug().create_api_token(&ana.actor(), "My script").await.expect("a token");
    app.keep_secret(token.reveal());
    assert!(matches!(app.snug().revoke_api_token(&ben.actor(), made.id).await, Err(Error::NotFound)));
    assert!(app.snug().list_api_tokens(&ben.actor()).await.expect("tokens").is_empty());
    assert_eq!(comes_as(&app, &token).await, Some(ana.id()));
}

#[tokio::test]
async fn the_token_of_a_session_is_none_of_the_api() {
    let app = TestApp::new().await;
    let token = app.member("ana").await.sign_in().await;
    assert_eq!(comes_as(&app, &token).await, None);
}

#[tokio::test]
async fn nobody_has_more_tokens_than_they_can_tell_apart() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let create = || async { app.snug().create_api_token(&ana.actor(), "One of many").await };
    for _ in 0..50 {
        create().await.expect("a token");
    }
    assert_eq!(invalid(create().await), [Invalid::new(Field::Name, Problem::TooMany { most: 50 })]);
}
