use snug_app::Error;
use snug_app::accounts::{NewApiToken, Token};
use snug_domain::api_token::{Access, Scope};
use snug_domain::{Field, Invalid, PersonId, Problem, Refusal};
use snug_testkit::{TestApp, days, invalid, minutes, refused};

async fn comes_as(app: &TestApp, token: &Token) -> Option<PersonId> {
    let host = app.community().host.clone();
    let arrived =
        app.snug().arrive_with_api_token(&host, token.clone(), Access::Read, app.now()).await.expect("an arrival");
    arrived.expect("a community").1.map(|(person, _)| person.id)
}

#[tokio::test]
async fn a_token_lets_its_owner_in_until_it_is_revoked() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let (made, token) = ana.api_token("My script").await;
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
    let (made, token) = ana.api_token("My script").await;
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
    let new = || NewApiToken { name: String::from("One of many"), scope: Scope::Read, expires_in_days: None };
    let create = || async { app.snug().create_api_token(&ana.actor(), None, new()).await };
    for _ in 0..50 {
        create().await.expect("a token");
    }
    assert_eq!(invalid(create().await), [Invalid::new(Field::Name, Problem::TooMany { most: 50 })]);
}

#[tokio::test]
async fn a_token_does_what_it_was_made_for_and_nothing_of_the_account() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let host = app.community().host.clone();
    for (scope, may_write) in [(Scope::Read, false), (Scope::ReadWrite, true)] {
        let new = NewApiToken { name: String::from("A program"), scope, expires_in_days: None };
        let (_, token) = app.snug().create_api_token(&ana.actor(), None, new).await.expect("a token");
        let asks = async |needs| app.snug().arrive_with_api_token(&host, token.clone(), needs, app.now()).await;
        assert!(asks(Access::Read).await.is_ok());
        assert_eq!(asks(Access::Write).await.is_ok(), may_write);
        assert_eq!(refused(asks(Access::Account).await), Refusal::NotForTokens);
    }
}

#[tokio::test]
async fn a_token_ends_when_it_was_to_and_is_listed_for_a_month_more() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let new = |days| NewApiToken { name: String::from("For a week"), scope: Scope::Read, expires_in_days: Some(days) };
    let (made, token) = app.snug().create_api_token(&ana.actor(), None, new(7)).await.expect("a token");
    app.keep_secret(token.reveal());
    assert_eq!(made.expires_at, Some(app.now() + days(7)));
    app.wait(days(6));
    assert_eq!(comes_as(&app, &token).await, Some(ana.id()));
    app.wait(days(1));
    assert_eq!(comes_as(&app, &token).await, None);
    let count = async || app.snug().list_api_tokens(&ana.actor()).await.expect("tokens").len();
    app.advance(days(29)).await;
    assert_eq!(count().await, 1);
    app.advance(days(2)).await;
    assert_eq!(count().await, 0);
    for days in [0, -1, 3_651, i64::MAX] {
        let faults = invalid(app.snug().create_api_token(&ana.actor(), None, new(days)).await);
        assert_eq!(faults, [Invalid::new(Field::ExpiresInDays, Problem::Malformed)], "{days}");
    }
}
