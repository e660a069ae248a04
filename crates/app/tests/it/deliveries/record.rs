use snug_app::deliveries::Delivery;
use snug_domain::deliveries::INVITATION_MAIL_WAITS;
use snug_testkit::{TestApp, days, minutes, seconds};

async fn due(app: &TestApp) -> Vec<Delivery> {
    app.snug().claim_deliveries(app.now(), 10).await.expect("claimed")
}

#[tokio::test]
async fn a_deferred_mail_is_tried_again_later_each_time() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    app.wait(INVITATION_MAIL_WAITS);
    for wait in [1, 5, 15, 30] {
        let claimed = due(&app).await.pop().expect("due");
        app.snug().record_deferred(&claimed, "451 4.7.1 Greylisted", app.now()).await.expect("recorded");
        app.wait(seconds(60 * wait - 1));
        assert!(due(&app).await.is_empty(), "not before its time");
        app.wait(seconds(1));
    }
    assert_eq!(app.mailbox("ben").await.len(), 1);
    assert!(!ana.sees(conversation).await.invitation_bounced);
}

#[tokio::test]
async fn a_mail_that_is_deferred_for_days_is_given_up() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    app.wait(INVITATION_MAIL_WAITS);
    let begun = app.now();
    while let Some(claimed) = due(&app).await.pop() {
        app.snug().record_deferred(&claimed, "451 4.3.0 Try later", app.now()).await.expect("recorded");
        app.wait(minutes(240));
    }
    assert!((days(4).0..days(8).0).contains(&(app.now() - begun).0));
    assert!(ana.sees(conversation).await.invitation_bounced);
    app.let_mail_fail();
}

#[tokio::test]
async fn a_bounced_mail_is_not_tried_again_and_its_writer_sees_it() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    app.wait(INVITATION_MAIL_WAITS);
    let claimed = due(&app).await.pop().expect("due");
    app.snug().record_bounced(&claimed, "550 5.1.1 No such user here", app.now()).await.expect("recorded");
    assert!(ana.sees(conversation).await.invitation_bounced);
    app.advance(days(1)).await;
    assert!(app.mailbox("ben").await.is_empty());
    app.let_mail_fail();
}
