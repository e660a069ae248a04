use super::digests;
use snug_testkit::{TestApp, minutes};

#[tokio::test]
async fn what_is_read_before_sending_is_not_sent() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "See you on Sunday").await;
    app.wait(minutes(5));
    app.run_jobs().await;
    ben.reads(conversation).await;
    app.deliver().await;
    assert!(digests(&app, "ben").await.is_empty());
}

#[tokio::test]
async fn what_is_deleted_before_sending_is_not_sent() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let kept = ana.say(conversation, "This one stays").await;
    let deleted = ana.say(conversation, "This one goes").await;
    app.wait(minutes(5));
    app.run_jobs().await;
    ana.delete(conversation, deleted.id).await;
    app.deliver().await;
    let mails = digests(&app, "ben").await;
    assert!(mails[0].text.contains("This one stays") && !mails[0].text.contains("This one goes"));

    ana.delete(conversation, kept.id).await;
    let last = ana.say(conversation, "This one goes too").await;
    app.wait(minutes(5));
    app.run_jobs().await;
    ana.delete(conversation, last.id).await;
    app.deliver().await;
    assert_eq!(digests(&app, "ben").await.len(), 1);
}

#[tokio::test]
async fn what_is_edited_before_sending_is_sent_as_it_is_now() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "See you on Sunday").await;
    app.wait(minutes(5));
    app.run_jobs().await;
    ana.edit(conversation, message.id, "See you on Monday").await;
    app.deliver().await;
    let mail = app.last_mail("ben").await;
    assert!(mail.text.contains("See you on Monday") && !mail.text.contains("Sunday"));
}

#[tokio::test]
async fn who_switches_mail_off_before_sending_gets_none() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "See you on Sunday").await;
    app.wait(minutes(5));
    app.run_jobs().await;
    ben.wants_mail(false).await;
    app.deliver().await;
    assert!(digests(&app, "ben").await.is_empty());
}

#[tokio::test]
async fn what_is_read_in_part_is_told_in_part() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let first = ana.say(conversation, "The first news").await;
    ana.say(conversation, "The second news").await;
    app.wait(minutes(5));
    app.run_jobs().await;
    app.snug().mark_read(&ben.actor(), conversation, first.sequence).await.expect("read");
    app.deliver().await;
    let mail = app.last_mail("ben").await;
    assert!(mail.text.contains("The second news") && !mail.text.contains("The first news"));
}
