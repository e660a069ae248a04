//! Private is private: every test of this suite fails if a private text is in the log. Here is
//! shown that it would.

use snug_domain::deliveries::{INVITATION_MAIL_WAITS, Rejection, Stage};
use snug_testkit::{TestApp, logged};

#[tokio::test]
#[should_panic(expected = "a private text is in the log")]
async fn a_message_in_the_log_fails_its_test() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "Nobody may read this sentence but Ben").await;
    tracing::trace!(target: "snug_app", text = message.source, "a deliberate leak");
}

#[tokio::test]
#[should_panic(expected = "a private text is in the log")]
async fn a_token_of_a_mail_in_the_log_fails_its_test() {
    let app = TestApp::new().await;
    app.member("ana").await.start_conversation("ben", "Hello Ben").await;
    let token = app.last_mail("ben").await.token_after("/m/");
    tracing::warn!(target: "some_library", "GET /m/{token}");
}

#[tokio::test]
#[should_panic(expected = "of the mails ended as Bounced")]
async fn a_mail_that_did_not_arrive_fails_its_test() {
    let app = TestApp::new().await;
    app.member("ana").await.start_conversation("ben", "Hello Ben").await;
    app.wait(INVITATION_MAIL_WAITS);
    let claimed = app.snug().claim_deliveries(app.now(), 1).await.expect("claimed").pop().expect("due");
    let words = String::from("5.1.1 No such user here");
    let rejection = Rejection { stage: Stage::Recipient, code: Some(550), words };
    app.snug().record_refused(&claimed, &rejection, app.now()).await.expect("recorded");
}

#[tokio::test]
async fn our_own_words_are_in_the_log_at_the_finest_level_and_those_of_others_are_not() {
    let _app = TestApp::new().await;
    tracing::trace!(target: "snug_app", "one of ours, very quietly");
    tracing::info!(target: "some_library", "one of theirs, not quietly enough");
    assert!(logged().contains("one of ours, very quietly"));
    assert!(!logged().contains("one of theirs, not quietly enough"));
}
