use snug_domain::Refusal;
use snug_testkit::{TestApp, refused};

#[tokio::test]
async fn of_a_deleted_message_its_place_stays_and_nothing_else() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "A slip of the tongue").await;
    ana.delete(conversation, message.id).await;
    for member in [&ana, &ben] {
        let entry = member.entries(conversation).await.pop().expect("its place");
        assert_eq!((entry.id, entry.sequence), (message.id, message.sequence));
        assert_eq!((entry.source.as_str(), entry.html.as_str()), ("", ""));
        assert_eq!(entry.deleted_at, Some(app.now()));
    }
    let listed = app.snug().find_listed(&ben.actor(), conversation).await.expect("listed");
    assert!(listed.last.is_some_and(|last| last.is_deleted && last.excerpt.is_empty()));
}

#[tokio::test]
async fn what_is_deleted_unread_is_not_unread_any_more() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let first = ana.say(conversation, "The first").await;
    let second = ana.say(conversation, "The second").await;
    assert_eq!(ben.sees(conversation).await.unread_count, 2);
    ana.delete(conversation, first.id).await;
    assert_eq!(ben.sees(conversation).await.unread_count, 1);
    ana.delete(conversation, second.id).await;
    assert_eq!(ben.sees(conversation).await.unread_count, 0);
    assert_eq!(ben.bell().await.unread, 0);
}

#[tokio::test]
async fn deleting_what_was_read_changes_no_count() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let read = ana.say(conversation, "The first").await;
    ben.reads(conversation).await;
    ana.say(conversation, "The second").await;
    ana.delete(conversation, read.id).await;
    assert_eq!(ben.sees(conversation).await.unread_count, 1);
}

#[tokio::test]
async fn nobody_deletes_what_another_wrote_nor_twice() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "Mine").await;
    assert_eq!(refused(app.snug().delete_message(&ben.actor(), conversation, message.id).await), Refusal::NotTheAuthor);
    ana.delete(conversation, message.id).await;
    assert_eq!(refused(app.snug().delete_message(&ana.actor(), conversation, message.id).await), Refusal::Deleted);
}

#[tokio::test]
async fn the_message_of_an_invitation_goes_with_the_invitation_only() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let message = ana.entries(conversation).await[0].id;
    let answer = app.snug().delete_message(&ana.actor(), conversation, message).await;
    assert_eq!(refused(answer), Refusal::WithdrawInstead);
}
