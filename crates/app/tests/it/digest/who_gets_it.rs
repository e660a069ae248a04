use super::digests;
use snug_domain::communities::Conversations;
use snug_testkit::{TestApp, days, minutes};

#[tokio::test]
async fn what_is_unread_is_mailed_within_five_minutes_and_once() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "See you on Sunday").await;
    app.advance(minutes(4)).await;
    assert!(digests(&app, "ben").await.is_empty());
    app.advance(minutes(1)).await;
    let mails = digests(&app, "ben").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Ana Ruiz wrote to you");
    assert!(mails[0].text.contains("See you on Sunday"));
    assert!(mails[0].links().iter().any(|link| link.ends_with(&format!("/conversations/{conversation}"))));
    app.advance(days(1)).await;
    assert_eq!(digests(&app, "ben").await.len(), 1, "nothing is told twice");
}

#[tokio::test]
async fn a_later_message_is_told_without_those_told_before() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "The first news").await;
    app.advance(minutes(5)).await;
    ana.say(conversation, "The second news").await;
    app.advance(minutes(5)).await;
    let mails = digests(&app, "ben").await;
    assert_eq!(mails.len(), 2);
    assert!(mails[1].text.contains("The second news") && !mails[1].text.contains("The first news"));
}

#[tokio::test]
async fn who_is_on_the_site_gets_it_after_they_left() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "See you on Sunday").await;
    app.wait(minutes(4));
    ben.is_on_the_site().await;
    app.advance(minutes(1)).await;
    assert!(digests(&app, "ben").await.is_empty());
    app.advance(minutes(5)).await;
    assert_eq!(digests(&app, "ben").await.len(), 1);
}

#[tokio::test]
async fn an_invitation_is_mailed_at_once_and_in_no_digest() {
    let app = TestApp::new().await;
    app.member("ana").await.start_conversation("ben", "Hello Ben").await;
    assert_eq!(app.mailbox("ben").await.len(), 1);
    app.advance(minutes(5)).await;
    assert_eq!(app.mailbox("ben").await.len(), 1);
}

#[tokio::test]
async fn what_came_while_mail_was_off_is_not_mailed_later() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ben.wants_mail(false).await;
    ana.say(conversation, "See you on Sunday").await;
    app.advance(minutes(5)).await;
    ben.wants_mail(true).await;
    app.advance(minutes(5)).await;
    assert!(digests(&app, "ben").await.is_empty());
}

#[tokio::test]
async fn where_conversations_are_turned_off_no_mail_tells_of_them() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    app.deliver().await;
    ana.say(conversation, "See you on Sunday").await;
    app.member("carla").await.start_conversation("deniz", "Hello Deniz").await;
    app.turn_conversations(Conversations::Off).await;
    app.advance(minutes(5)).await;
    assert!(digests(&app, "ben").await.is_empty());
    assert!(app.mailbox("deniz").await.is_empty());
}

#[tokio::test]
async fn what_one_marks_as_unread_oneself_is_not_mailed() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "See you on Sunday").await;
    ben.reads(conversation).await;
    app.snug().mark_unread(&ben.actor(), conversation).await.expect("marked");
    app.advance(minutes(5)).await;
    assert!(digests(&app, "ben").await.is_empty());
}
