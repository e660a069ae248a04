//! A clock that was ahead for a while: what was written then stops nothing once it is right again.

use snug_app::Error;
use snug_domain::Span;
use snug_domain::deliveries::{Rejection, Stage};
use snug_testkit::{Member, PASSWORD, TestApp, days, hours, logged, minutes};

/// Lets the clock be ahead while people do everything that is counted or waits, and sets it right.
async fn after_being_ahead(ahead: Span) {
    let app = TestApp::new().await;
    app.let_mail_fail();
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    for other in ["carla", "dan", "eve", "fay", "gil"] {
        app.member(other).await;
    }
    app.advance(hours(2)).await;

    app.wait(ahead);
    app.run_jobs().await;
    let token = ana.sign_in().await;
    ana.is_on_the_site().await;
    ben.is_on_the_site().await;
    let mut refused = false;
    for number in 0..40 {
        let said = app.snug().reply(&ana.actor(), conversation, ana.draft(&format!("Number {number}"))).await;
        refused |= matches!(said, Err(Error::TooMany { .. }));
    }
    assert!(refused, "guard: the allowance is used up");
    for other in ["carla", "dan", "eve", "fay"] {
        ana.start_conversation(other, "Hello from the future").await;
    }
    // One mail is put off, the others are in the hands of a courier that dies.
    app.wait(minutes(1));
    let claimed = app.snug().claim_deliveries(app.now(), 10).await.expect("claimed");
    assert!(claimed.len() >= 2, "guard: there are mails");
    let later = Rejection { stage: Stage::Recipient, code: Some(451), words: "4.7.1 later".to_owned() };
    app.snug().record_refused(&claimed[0], &later, app.now()).await.expect("deferred");
    app.wait(Span(-minutes(1).0));

    app.wait(Span(-ahead.0));
    app.advance(minutes(4)).await;
    let log = logged();
    assert!(ahead <= hours(5) || log.contains("a clock was ahead"), "the operator is told: {log}");

    let client = Member::client();
    let arrived = app.snug().arrive(&app.community().host, Some(token), app.now()).await.expect("an answer");
    assert!(arrived.and_then(|arrival| arrival.signed_in).is_some(), "who signed in then is still signed in");
    let sessions = app.snug().list_sessions(&ana.actor()).await.expect("sessions");
    assert!(sessions.iter().all(|session| session.seen_at <= app.now() + minutes(1)), "{sessions:?}");
    app.snug().sign_in(&app.community(), &client, &ana.address(), PASSWORD, app.now()).await.expect("signs in");
    ana.start_conversation("gil", "Hello again").await;
    for number in 0..30 {
        ana.say(conversation, &format!("Again {number}")).await;
    }

    app.advance(minutes(6)).await;
    let digests = app.mailbox("ben").await.into_iter().filter(|mail| mail.subject.contains("wrote to you"));
    assert!(digests.count() >= 1, "who is not on the site is told by mail");
    app.advance(hours(5)).await;
    for other in ["carla", "dan", "eve", "fay", "gil"] {
        assert_eq!(app.mailbox(other).await.len(), 1, "no mail waits for ever: {other}");
    }
    app.wait(minutes(65));
    let ran = app.snug().run_due_jobs(app.now()).await.expect("jobs");
    assert!(ran.digests.is_some() && ran.forgotten.is_some() && ran.wiped.is_some(), "{ran:?}");
}

#[tokio::test]
async fn everything_goes_on_after_the_clock_was_ahead_for_a_minute() {
    after_being_ahead(minutes(1)).await;
}

#[tokio::test]
async fn everything_goes_on_after_the_clock_was_ahead_for_hours() {
    after_being_ahead(hours(5)).await;
}

#[tokio::test]
async fn everything_goes_on_after_the_clock_was_ahead_for_a_day() {
    after_being_ahead(days(1)).await;
}

#[tokio::test]
async fn everything_goes_on_after_the_clock_was_ahead_for_a_year() {
    after_being_ahead(days(365)).await;
}

#[tokio::test]
async fn a_leap_forgets_nothing_until_it_lasts() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let token = ana.sign_in().await;
    let sessions = async || app.snug().list_sessions(&ana.actor()).await.expect("sessions").len();
    app.wait(days(365));
    app.run_jobs().await;
    assert_eq!(sessions().await, 1, "the clock may be wrong");
    app.wait(Span(-days(365).0));
    app.advance(hours(2)).await;
    assert_eq!(sessions().await, 1);

    app.wait(days(365));
    app.run_jobs().await;
    app.advance(hours(2)).await;
    assert_eq!(sessions().await, 0, "a year went by");
    app.keep_secret(token.reveal());
}
