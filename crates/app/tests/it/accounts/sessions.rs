use super::lets_in;
use snug_app::Error;
use snug_app::accounts::Tokens;
use snug_testkit::{TestApp, minutes};

#[tokio::test]
async fn one_sees_ones_sessions_the_last_used_first_and_ends_them() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let older = ana.sign_in().await;
    app.wait(minutes(1));
    let newer = ana.sign_in().await;
    let sessions = app.snug().list_sessions(&ana.actor()).await.expect("sessions");
    assert_eq!(sessions.len(), 2);
    assert!(sessions[0].created_at > sessions[1].created_at);
    assert_eq!(sessions[0].client, "A browser of 2026");

    app.snug().end_session(&ana.actor(), sessions[0].id).await.expect("ended");
    assert!(!lets_in(&app, &newer).await);
    assert!(lets_in(&app, &older).await);
    assert!(matches!(app.snug().end_session(&ana.actor(), sessions[0].id).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn all_others_can_be_ended_at_once() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let (here, one, two) = (ana.sign_in().await, ana.sign_in().await, ana.sign_in().await);
    let arrival = super::arrive(&app, &here).await.expect("a community");
    let session = arrival.signed_in.map(|signed_in| signed_in.session);
    assert_eq!(app.snug().end_other_sessions(&ana.actor(), session, Tokens::End).await.expect("ended"), 2);
    assert!(lets_in(&app, &here).await);
    assert!(!lets_in(&app, &one).await && !lets_in(&app, &two).await);
}

#[tokio::test]
async fn nobody_ends_or_sees_the_sessions_of_another() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let token = ana.sign_in().await;
    let session = app.snug().list_sessions(&ana.actor()).await.expect("sessions")[0].id;
    assert!(matches!(app.snug().end_session(&ben.actor(), session).await, Err(Error::NotFound)));
    assert!(app.snug().list_sessions(&ben.actor()).await.expect("sessions").is_empty());
    assert!(lets_in(&app, &token).await);
}
