use super::lets_in;
use snug_app::Error;
use snug_app::accounts::Token;
use snug_domain::{Field, Invalid, Problem};
use snug_testkit::{Member, PASSWORD, TestApp, hours, invalid};

const NEW: &str = "another quiet corner";

async fn token_by_mail(app: &TestApp) -> String {
    let (community, client) = (app.community(), Member::client());
    app.snug().request_password_reset(&community, &client, "ana@example.org", app.now()).await.expect("asked");
    app.last_mail("ana").await.token_after("/password/reset/")
}

async fn reset(app: &TestApp, token: &str, password: &str) -> Result<Token, Error> {
    let (community, client) = (app.community(), Member::client());
    let answer = app.snug().reset_password(&community, &client, token, password, app.now()).await;
    answer.map(|(_, token)| token)
}

#[tokio::test]
async fn a_new_password_ends_every_session_but_the_new_one_and_is_told_by_mail() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let (laptop, phone) = (ana.sign_in().await, ana.sign_in().await);
    let link = token_by_mail(&app).await;
    let new = reset(&app, &link, NEW).await.expect("a new password");

    assert!(lets_in(&app, &new).await);
    assert!(!lets_in(&app, &laptop).await && !lets_in(&app, &phone).await);
    assert_eq!(app.last_mail("ana").await.subject, "Your password for Riverside was changed");
    for (password, is_right) in [(PASSWORD, false), (NEW, true)] {
        let (community, client) = (app.community(), Member::client());
        let answer = app.snug().sign_in(&community, &client, "ana@example.org", password, app.now()).await;
        assert_eq!(answer.is_ok(), is_right);
    }
}

#[tokio::test]
async fn the_link_works_once_and_for_two_hours() {
    let app = TestApp::new().await;
    app.member("ana").await;
    let used = token_by_mail(&app).await;
    reset(&app, &used, NEW).await.expect("a new password");
    assert!(matches!(reset(&app, &used, "yet another corner").await, Err(Error::NotFound)));
    app.deliver().await;

    let expired = token_by_mail(&app).await;
    app.wait(hours(2));
    assert!(matches!(reset(&app, &expired, NEW).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_password_that_cannot_be_taken_leaves_the_link_as_it_is() {
    let app = TestApp::new().await;
    app.member("ana").await;
    let link = token_by_mail(&app).await;
    let faults = invalid(reset(&app, &link, "short").await);
    assert_eq!(faults, [Invalid::new(Field::Password, Problem::TooShort { least: 10 })]);
    assert!(reset(&app, &link, NEW).await.is_ok());
}

#[tokio::test]
async fn a_new_password_ends_the_links_that_were_mailed_before() {
    let app = TestApp::new().await;
    app.member("ana").await;
    let older = token_by_mail(&app).await;
    let (community, client) = (app.community(), Member::client());
    app.snug().request_sign_in_link(&community, &client, "ana@example.org", app.now()).await.expect("asked");
    let signs_in = app.last_mail("ana").await.token_after("/sign-in/link/");
    let newer = token_by_mail(&app).await;
    reset(&app, &newer, NEW).await.expect("a new password");

    assert!(matches!(reset(&app, &older, "one more quiet corner").await, Err(Error::NotFound)));
    let answer = app.snug().sign_in_by_link(&community, &client, &signs_in, app.now()).await;
    assert!(matches!(answer, Err(Error::NotFound)));
}
