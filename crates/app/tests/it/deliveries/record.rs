use snug_app::deliveries::Delivery;
use snug_domain::deliveries::{INVITATION_MAIL_WAITS, Rejection, Stage, Verdict};
use snug_testkit::{TestApp, days, hours, minutes, seconds};

async fn due(app: &TestApp) -> Vec<Delivery> {
    app.snug().claim_deliveries(app.now(), 10).await.expect("claimed")
}

/// The server answers RCPT TO with this.
async fn refuse(app: &TestApp, delivery: &Delivery, code: u16, words: &str) -> Verdict {
    let rejection = Rejection { stage: Stage::Recipient, code: Some(code), words: words.to_owned() };
    app.snug().record_refused(delivery, &rejection, app.now()).await.expect("recorded")
}

#[tokio::test]
async fn a_deferred_mail_is_tried_again_later_each_time() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    app.wait(INVITATION_MAIL_WAITS);
    for wait in [1, 5, 15, 30] {
        let claimed = due(&app).await.pop().expect("due");
        refuse(&app, &claimed, 451, "4.7.1 Greylisted").await;
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
        refuse(&app, &claimed, 451, "4.3.0 Try later").await;
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
    refuse(&app, &claimed, 550, "5.1.1 No such user here").await;
    assert!(ana.sees(conversation).await.invitation_bounced);
    app.advance(days(1)).await;
    assert!(app.mailbox("ben").await.is_empty());
    app.let_mail_fail();
}

#[tokio::test]
async fn a_mail_waits_a_month_for_our_own_set_up_and_its_writer_is_not_told_that_it_bounced() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    ana.start_conversation("ben", "Hello Ben").await;
    app.wait(INVITATION_MAIL_WAITS);
    let begun = app.now();
    loop {
        let claimed = due(&app).await.pop().expect("due");
        if refuse(&app, &claimed, 554, "5.7.1 Relay access denied").await == Verdict::GivenUp {
            break;
        }
        app.wait(hours(4));
    }
    assert!(app.now() - begun > days(30), "until the invitation lapsed, and longer");
    app.let_mail_fail();
}

#[tokio::test]
async fn once_our_own_set_up_is_mended_the_mail_goes() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    app.wait(INVITATION_MAIL_WAITS);
    for _ in 0..50 {
        let claimed = due(&app).await.pop().expect("due");
        refuse(&app, &claimed, 550, "5.4.5 Daily sending limit exceeded").await;
        app.wait(hours(4));
    }
    assert!(!ana.sees(conversation).await.invitation_bounced);
    assert_eq!(app.mailbox("ben").await.len(), 1);
}
