use super::lets_in;
use snug_app::Error;
use snug_domain::account::LinkPurpose;
use snug_testkit::{Member, TestApp, hours, minutes, retry_at};

async fn request(app: &TestApp, address: &str) -> Result<(), Error> {
    app.snug().request_sign_in_link(&app.community(), &Member::client(), address, app.now()).await
}

async fn use_link(app: &TestApp, token: &str) -> Result<bool, Error> {
    let answer = app.snug().sign_in_by_link(&app.community(), &Member::client(), token, app.now()).await;
    Ok(lets_in(app, &answer?.1).await)
}

#[tokio::test]
async fn a_link_by_mail_signs_in_once() {
    let app = TestApp::new().await;
    app.member("ana").await;
    request(&app, "ana@example.org").await.expect("asked");
    let token = app.last_mail("ana").await.token_after("/sign-in/link/");
    assert!(use_link(&app, &token).await.expect("signed in"));
    assert!(matches!(use_link(&app, &token).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_link_used_twice_at_once_signs_in_once() {
    let app = TestApp::new().await;
    app.member("ana").await;
    request(&app, "ana@example.org").await.expect("asked");
    let token = app.last_mail("ana").await.token_after("/sign-in/link/");
    let (one, other) = tokio::join!(use_link(&app, &token), use_link(&app, &token));
    assert!(one.is_ok() != other.is_ok());
}

#[tokio::test]
async fn opening_a_link_changes_nothing() {
    let app = TestApp::new().await;
    app.member("ana").await;
    request(&app, "ana@example.org").await.expect("asked");
    let token = app.last_mail("ana").await.token_after("/sign-in/link/");
    for _ in 0..3 {
        let name = app.snug().find_link(&app.community(), &token, LinkPurpose::SignIn, app.now()).await;
        assert_eq!(name.expect("still works").name, "Ana Ruiz");
    }
    assert!(use_link(&app, &token).await.is_ok());
}

#[tokio::test]
async fn a_link_works_for_half_an_hour() {
    let app = TestApp::new().await;
    app.member("ana").await;
    request(&app, "ana@example.org").await.expect("asked");
    let token = app.last_mail("ana").await.token_after("/sign-in/link/");
    app.wait(minutes(30));
    assert!(matches!(use_link(&app, &token).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_link_that_signs_in_sets_no_password() {
    let app = TestApp::new().await;
    app.member("ana").await;
    request(&app, "ana@example.org").await.expect("asked");
    let token = app.last_mail("ana").await.token_after("/sign-in/link/");
    let (community, client) = (app.community(), Member::client());
    let answer = app.snug().reset_password(&community, &client, &token, "a new password", app.now()).await;
    assert!(matches!(answer, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_mail_that_waited_too_long_does_not_carry_a_dead_link() {
    let app = TestApp::new().await;
    app.member("ana").await;
    request(&app, "ana@example.org").await.expect("asked");
    app.wait(minutes(30));
    assert!(app.mailbox("ana").await.is_empty());
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_and_no_mail() {
    let app = TestApp::new().await;
    app.member("ana").await;
    for address in ["ana@example.org", "nobody@example.org"] {
        for _ in 0..5 {
            request(&app, address).await.expect("the same answer");
        }
        assert_eq!(retry_at(request(&app, address).await), app.now() + minutes(12), "and the same limit");
    }
    assert!(app.mailbox("nobody").await.is_empty());
    assert_eq!(app.mailbox("ana").await.len(), 5);
    app.wait(hours(1));
    request(&app, "ana@example.org").await.expect("an hour later");
}
