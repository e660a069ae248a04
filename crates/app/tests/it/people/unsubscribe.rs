use snug_app::Error;
use snug_testkit::{TestApp, days, minutes};

#[tokio::test]
async fn one_click_stops_the_mails_and_one_lets_them_come_again() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "The first news").await;
    app.advance(minutes(5)).await;
    let token = app.last_mail("ben").await.token_after("/u/");
    let before = app.mailbox("ben").await.len();

    app.snug().subscribe(&app.community(), &token, false, app.now()).await.expect("stopped");
    ana.say(conversation, "The second news").await;
    app.member("carla").await.start_conversation("ben", "Hello Ben").await;
    app.advance(minutes(5)).await;
    assert_eq!(app.mailbox("ben").await.len(), before, "neither digest nor invitation");

    app.snug().subscribe(&app.community(), &token, true, app.now()).await.expect("wanted again");
    app.advance(minutes(5)).await;
    assert_eq!(app.mailbox("ben").await.len(), before, "what came meanwhile is not mailed later");
    ana.say(conversation, "The third news").await;
    app.advance(minutes(5)).await;
    let mail = app.last_mail("ben").await;
    assert!(mail.text.contains("The third news") && !mail.text.contains("The second news"), "{}", mail.text);
}

#[tokio::test]
async fn opening_the_link_changes_nothing_and_it_works_for_years() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    ana.start_conversation("ben", "Hello Ben").await;
    let mail = app.last_mail("ben").await;
    let token = mail.token_after("/u/");
    app.wait(days(900));
    let found = app.snug().find_subscriber(&app.community(), &token).await.expect("a person");
    assert_eq!((found.id, found.preferences.wants_mail), (ben.id(), true));
    assert!(mail.header("List-Unsubscribe").is_some_and(|link| link.contains(&token)));
    assert_eq!(mail.header("List-Unsubscribe-Post"), Some("List-Unsubscribe=One-Click"));
}

#[tokio::test]
async fn a_token_for_another_purpose_stops_nothing() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    ana.start_conversation("ben", "Hello Ben").await;
    let invitation = app.last_mail("ben").await.token_after("/m/");
    assert!(matches!(
        app.snug().subscribe(&app.community(), &invitation, false, app.now()).await,
        Err(Error::NotFound)
    ));
}
