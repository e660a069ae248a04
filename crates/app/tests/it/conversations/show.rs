use snug_app::Error;
use snug_app::conversations::Slice;
use snug_domain::ConversationId;
use snug_testkit::{Member, TestApp, minutes};

async fn sequences(
    app: &TestApp,
    member: &Member,
    conversation: ConversationId,
    slice: Slice,
    limit: usize,
) -> (Vec<i64>, bool) {
    let shown = app.snug().show_conversation(&member.actor(), conversation, slice, limit).await;
    let messages = shown.expect("a conversation is shown").1;
    (messages.entries.iter().map(|entry| entry.sequence).collect(), messages.more)
}

#[tokio::test]
async fn messages_are_paged_in_both_directions() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    for number in 3..=10 {
        ana.say(conversation, &format!("Message {number}")).await;
    }
    let page = |slice, limit| sequences(&app, &ben, conversation, slice, limit);
    assert_eq!(page(Slice::Last, 4).await, (vec![7, 8, 9, 10], true));
    assert_eq!(page(Slice::Before(7), 4).await, (vec![3, 4, 5, 6], true));
    assert_eq!(page(Slice::Before(3), 4).await, (vec![1, 2], false));
    assert_eq!(page(Slice::Last, 10).await, ((1..=10).collect(), false));
    assert_eq!(page(Slice::After(0), 4).await, (vec![1, 2, 3, 4], true));
    assert_eq!(page(Slice::After(6), 4).await, (vec![7, 8, 9, 10], false));
    assert_eq!(page(Slice::After(10), 4).await, (vec![], false));
    assert_eq!(page(Slice::After(-5), 1).await, (vec![1], true));
}

#[tokio::test]
async fn links_are_text_until_the_invited_accepts() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Look at https://example.org/offer now").await;
    let html = |member: Member| async move { member.entries(conversation).await[0].html.clone() };
    assert!(!html(ben.clone()).await.contains("href"));
    assert!(!app.last_mail("ben").await.html.contains("example.org/offer\""), "nor is it one in the mail");
    ben.decline(conversation).await;
    assert!(!html(ben.clone()).await.contains("href"));
    ben.accept(conversation).await;
    assert!(html(ben).await.contains("href=\"https://example.org/offer\""));
}

#[tokio::test]
async fn who_is_on_the_site_is_told_for_two_minutes() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    assert!(!ana.sees(conversation).await.participants[0].is_present);
    ben.is_on_the_site().await;
    assert!(ana.sees(conversation).await.participants[0].is_present);
    app.wait(minutes(2));
    assert!(!ana.sees(conversation).await.participants[0].is_present);
}

#[tokio::test]
async fn a_conversation_of_others_is_not_to_be_found() {
    let app = TestApp::new().await;
    let (_, _, conversation) = app.talking("ana", "ben").await;
    let carla = app.member("carla").await;
    let shown = app.snug().show_conversation(&carla.actor(), conversation, Slice::Last, 10).await;
    assert!(matches!(shown, Err(Error::NotFound)));
    assert!(matches!(app.snug().find_listed(&carla.actor(), conversation).await, Err(Error::NotFound)));
}
