use snug_app::conversations::Filter;
use snug_domain::Refusal;
use snug_testkit::{TestApp, refused};

#[tokio::test]
async fn an_archived_conversation_is_put_away_for_oneself_only() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    app.snug().set_archived(&ben.actor(), conversation, true).await.expect("archived");
    assert!(ben.lists(Filter::All).await.is_empty());
    assert_eq!(ben.lists(Filter::Archived).await.len(), 1);
    assert_eq!(ana.lists(Filter::All).await.len(), 1);
    app.snug().set_archived(&ben.actor(), conversation, false).await.expect("taken out");
    assert_eq!(ben.lists(Filter::All).await.len(), 1);
}

#[tokio::test]
async fn a_new_message_takes_a_conversation_out_of_the_archive() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    app.snug().set_archived(&ben.actor(), conversation, true).await.expect("archived");
    ana.say(conversation, "One more thing").await;
    assert_eq!(ben.lists(Filter::All).await.len(), 1);
    assert!(ben.lists(Filter::Archived).await.is_empty());
}

#[tokio::test]
async fn ones_own_message_leaves_it_in_the_archive() {
    let app = TestApp::new().await;
    let (_, ben, conversation) = app.talking("ana", "ben").await;
    app.snug().set_archived(&ben.actor(), conversation, true).await.expect("archived");
    ben.say(conversation, "One more thing").await;
    assert_eq!(ben.lists(Filter::Archived).await.len(), 1);
}

#[tokio::test]
async fn an_invitation_is_answered_and_not_archived() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let answer = app.snug().set_archived(&ben.actor(), conversation, true).await;
    assert_eq!(refused(answer), Refusal::AcceptFirst);
}
