use snug_app::conversations::Filter;
use snug_testkit::TestApp;

#[tokio::test]
async fn reading_on_lowers_the_count_and_never_goes_back() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let mut sent = Vec::new();
    for number in 1..=4 {
        sent.push(ana.say(conversation, &format!("Message {number}")).await.sequence);
    }
    let read_to = |sequence| {
        let (app, actor) = (app.snug(), ben.actor());
        async move { app.mark_read(&actor, conversation, sequence).await.expect("read") }
    };
    read_to(sent[1]).await;
    assert_eq!(ben.sees(conversation).await.unread_count, 2);
    read_to(sent[0]).await;
    assert_eq!(ben.sees(conversation).await.unread_count, 2, "an older page that comes late changes nothing");
    read_to(i64::MAX).await;
    assert_eq!(ben.sees(conversation).await.unread_count, 0);
    assert_eq!(ben.sees(conversation).await.read_sequence, sent[3], "nobody has read what is not written yet");
}

#[tokio::test]
async fn who_wrote_it_sees_how_far_it_was_read() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "Did you see this?").await;
    assert!(ana.sees(conversation).await.read_by_others < message.sequence);
    ben.reads(conversation).await;
    assert_eq!(ana.sees(conversation).await.read_by_others, message.sequence);
}

#[tokio::test]
async fn an_invitation_is_read_without_a_receipt() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let before = ana.sees(conversation).await;
    ben.reads(conversation).await;
    let after = ana.sees(conversation).await;
    assert_eq!((after.read_by_others, after.change_number), (0, before.change_number));
    assert_eq!(ben.bell().await.unread, 0, "it rings no more");
    assert_eq!(ben.bell().await.invitations, 1, "and waits on");
}

#[tokio::test]
async fn a_conversation_can_be_marked_as_unread_for_later() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "For later").await;
    ben.reads(conversation).await;
    app.snug().mark_unread(&ben.actor(), conversation).await.expect("marked");
    assert_eq!(ben.sees(conversation).await.unread_count, 1);
    assert_eq!(ben.lists(Filter::Unread).await.len(), 1);
    ben.reads(conversation).await;
    assert_eq!(ben.sees(conversation).await.unread_count, 0);
}

#[tokio::test]
async fn everything_can_be_marked_as_read_at_once() {
    let app = TestApp::new().await;
    let ben = app.member("ben").await;
    for key in ["ana", "carla", "deniz"] {
        let (other, _, conversation) = app.talking(key, "ben").await;
        other.say(conversation, "News").await;
    }
    app.member("emma").await.start_conversation("ben", "Hello Ben").await;
    assert_eq!(ben.bell().await.unread, 4);
    app.snug().mark_all_read(&ben.actor()).await.expect("all read");
    assert_eq!(ben.bell().await.unread, 0);
    assert!(ben.lists(Filter::Unread).await.is_empty());
}
