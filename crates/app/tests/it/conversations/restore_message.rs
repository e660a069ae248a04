use snug_domain::Refusal;
use snug_domain::conversations::UNDO_DELETING;
use snug_testkit::{TestApp, minutes, refused, seconds};

#[tokio::test]
async fn a_message_deleted_by_mistake_is_there_again_as_it_was() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "Bring **bread**").await;
    ana.delete(conversation, message.id).await;
    assert_eq!(ben.texts(conversation).await.pop().as_deref(), Some(""), "guard: it was gone");
    app.wait(seconds(59));
    assert_eq!(ana.restore(conversation, message.id).await, message);
    assert_eq!(ben.entries(conversation).await.pop(), Some(message.clone()));
    assert_eq!(ana.restore(conversation, message.id).await, message, "twice is once");
    ana.delete(conversation, message.id).await;
    assert_eq!(ana.restore(conversation, message.id).await, message, "and it can be deleted anew");
}

#[tokio::test]
async fn what_is_restored_unread_is_unread_again_and_told_of() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ben.reads(conversation).await;
    let message = ana.say(conversation, "Bring bread").await;
    ana.delete(conversation, message.id).await;
    assert_eq!(ben.bell().await.unread, 0);
    ana.restore(conversation, message.id).await;
    assert_eq!((ben.bell().await.unread, ben.sees(conversation).await.unread_count), (1, 1));
    app.advance(minutes(6)).await;
    assert!(app.mailbox("ben").await.last().expect("a digest").text.contains("Bring bread"));
}

#[tokio::test]
async fn what_was_read_stays_read_when_it_is_restored() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "Bring bread").await;
    ben.reads(conversation).await;
    ana.delete(conversation, message.id).await;
    ana.restore(conversation, message.id).await;
    assert_eq!(ben.sees(conversation).await.unread_count, 0);
}

#[tokio::test]
async fn nobody_restores_what_another_deleted() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "Mine").await;
    ana.delete(conversation, message.id).await;
    let answer = app.snug().restore_message(&ben.actor(), conversation, message.id).await;
    assert_eq!(refused(answer), Refusal::NotTheAuthor);
}

#[tokio::test]
async fn after_a_minute_nothing_brings_a_deleted_message_back() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "Mine").await;
    ana.delete(conversation, message.id).await;
    app.wait(UNDO_DELETING);
    app.wait(seconds(1));
    let answer = app.snug().restore_message(&ana.actor(), conversation, message.id).await;
    assert_eq!(refused(answer), Refusal::TooLate);
}

#[tokio::test]
async fn the_text_of_a_deleted_message_is_wiped_once_it_cannot_be_undone() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "A secret slip").await;
    let is_kept = async || app.private_texts().await.iter().any(|text| text.contains("A secret slip"));
    ana.delete(conversation, message.id).await;
    app.advance(seconds(30)).await;
    assert!(is_kept().await, "guard: the database is looked through");
    app.advance(minutes(2)).await;
    assert!(!is_kept().await);
}
