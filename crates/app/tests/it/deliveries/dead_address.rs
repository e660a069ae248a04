//! An address that takes no mail: its owner is told where they look, and mail stops until they say otherwise.

use snug_app::deliveries::Composed;
use snug_domain::deliveries::{INVITATION_MAIL_WAITS, Rejection, Stage};
use snug_domain::people::MailState;
use snug_testkit::{Member, TestApp, minutes};

async fn mail_state(app: &TestApp, member: &Member) -> MailState {
    app.snug().find_own_address(&member.actor()).await.expect("an answer").expect("an address").mail_state
}

/// Lets the server refuse whatever is due, with these words to RCPT TO; how many mails that were.
async fn refuse_what_is_due(app: &TestApp, words: &str) -> usize {
    app.let_mail_fail();
    app.wait(INVITATION_MAIL_WAITS);
    let (code, words) = words.split_once(' ').expect("a code and words");
    let due = app.snug().claim_deliveries(app.now(), 10).await.expect("claimed");
    for delivery in &due {
        let (code, words) = (code.parse().ok(), words.to_owned());
        let rejection = Rejection { stage: Stage::Recipient, code, words };
        app.snug().record_refused(delivery, &rejection, app.now()).await.expect("recorded");
    }
    due.len()
}

#[tokio::test]
async fn digests_and_invitations_to_a_dead_address_stop_until_its_owner_has_it_tried_again() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    app.advance(INVITATION_MAIL_WAITS).await;
    app.member("carla").await.start_conversation("ben", "Hello Ben").await;
    assert_eq!(refuse_what_is_due(&app, "550 5.1.1 No such user here").await, 1);
    assert_eq!(mail_state(&app, &ben).await, MailState::Bouncing);
    assert_eq!(mail_state(&app, &ana).await, MailState::Good);

    let before = app.mailbox("ben").await.len();
    ana.say(conversation, "Are you there?").await;
    app.member("deniz").await.start_conversation("ben", "Hello Ben").await;
    app.advance(minutes(10)).await;
    assert_eq!(app.mailbox("ben").await.len(), before);

    app.snug().try_own_address_again(&ben.actor()).await.expect("tried again");
    assert_eq!(mail_state(&app, &ben).await, MailState::Good);
    ana.say(conversation, "And now?").await;
    app.member("emma").await.start_conversation("ben", "Hello Ben").await;
    app.advance(minutes(10)).await;
    assert_eq!(app.mailbox("ben").await.len(), before + 2);
}

#[tokio::test]
async fn a_mail_that_waited_while_the_address_died_is_not_sent() {
    let app = TestApp::new().await;
    app.member("ana").await.start_conversation("ben", "Hello Ben").await;
    app.wait(INVITATION_MAIL_WAITS);
    let waiting = app.snug().claim_deliveries(app.now(), 10).await.expect("claimed").pop().expect("due");
    app.member("carla").await.start_conversation("ben", "Hello Ben").await;
    refuse_what_is_due(&app, "550 5.1.1 No such user here").await;
    let composed = app.snug().compose(&waiting, app.now()).await.expect("composed");
    assert!(matches!(composed, Composed::NotNeeded("mail to this address came back")));
}

#[tokio::test]
async fn a_full_mailbox_or_a_fault_of_ours_stops_no_address() {
    let app = TestApp::new().await;
    for (inviter, words) in
        [("ana", "552 5.2.2 Over quota"), ("carla", "550 5.7.1 Relay access denied"), ("deniz", "450 4.2.1 Try later")]
    {
        app.member(inviter).await.start_conversation("ben", "Hello Ben").await;
        assert!(refuse_what_is_due(&app, words).await > 0, "guard");
        assert_eq!(mail_state(&app, &app.member("ben").await).await, MailState::Good, "{words}");
    }
}

#[tokio::test]
async fn links_that_are_asked_for_go_to_it_all_the_same() {
    let app = TestApp::new().await;
    let ben = app.member("ben").await;
    app.member("ana").await.start_conversation("ben", "Hello Ben").await;
    refuse_what_is_due(&app, "550 5.1.1 No such user here").await;
    let (community, client) = (app.community(), Member::client());
    app.snug().request_sign_in_link(&community, &client, &ben.address(), app.now()).await.expect("asked");
    assert_eq!(app.last_mail("ben").await.subject, "Your link to sign in to Riverside");
}
