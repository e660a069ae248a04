use snug_domain::deliveries::INVITATION_MAIL_WAITS;
use snug_testkit::{TestApp, minutes};
use std::collections::HashSet;

#[tokio::test]
async fn two_couriers_at_the_same_time_never_take_the_same_mail() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    for number in 0..8 {
        ana.start_conversation(&format!("stranger{number}"), "Hello stranger").await;
    }
    app.wait(INVITATION_MAIL_WAITS);
    let claim = || async { app.snug().claim_deliveries(app.now(), 3).await.expect("claimed") };
    let (one, two, three, four) = tokio::join!(claim(), claim(), claim(), claim());
    let mut claimed: Vec<_> = [one, two, three, four].into_iter().flatten().collect();
    claimed.extend(claim().await);
    let ids: HashSet<_> = claimed.iter().map(|delivery| delivery.id).collect();
    assert_eq!((claimed.len(), ids.len()), (8, 8));
    // Whoever claimed them has gone: they come back.
    app.wait(minutes(10));
}

#[tokio::test]
async fn what_a_courier_took_with_it_when_it_died_is_sent_by_another() {
    let app = TestApp::new().await;
    app.member("ana").await.start_conversation("ben", "Hello Ben").await;
    app.wait(INVITATION_MAIL_WAITS);
    assert_eq!(app.snug().claim_deliveries(app.now(), 10).await.expect("claimed").len(), 1);
    app.wait(minutes(9));
    assert!(app.mailbox("ben").await.is_empty());
    app.wait(minutes(1));
    assert_eq!(app.mailbox("ben").await.len(), 1);
}

#[tokio::test]
async fn two_couriers_that_work_at_the_same_time_send_each_mail_once() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    for number in 0..9 {
        ana.start_conversation(&format!("stranger{number}"), "Hello stranger").await;
    }
    app.wait(INVITATION_MAIL_WAITS);
    tokio::join!(app.deliver(), app.deliver(), app.deliver());
    assert_eq!(app.sent_mails().len(), 9);
}

#[tokio::test]
async fn a_mail_that_is_still_in_hand_is_claimed_for_as_long() {
    let app = TestApp::new().await;
    app.member("ana").await.start_conversation("ben", "Hello Ben").await;
    app.wait(INVITATION_MAIL_WAITS);
    let claim = || async { app.snug().claim_deliveries(app.now(), 10).await.expect("claimed") };
    let in_hand = claim().await.pop().expect("due");
    for _ in 0..5 {
        app.wait(minutes(9));
        app.snug().renew_claim(&in_hand, app.now()).await.expect("renewed");
        assert!(claim().await.is_empty());
    }
    app.snug().record_sent(&in_hand, "250 2.0.0 Ok", app.now()).await.expect("recorded");
    app.snug().renew_claim(&in_hand, app.now()).await.expect("nothing to renew");
    app.wait(minutes(30));
    assert!(claim().await.is_empty());
}
