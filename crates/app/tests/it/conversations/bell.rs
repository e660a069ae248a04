use snug_domain::communities::Conversations;
use snug_testkit::{TestApp, minutes};

#[tokio::test]
async fn the_bell_counts_conversations_and_not_messages() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    for _ in 0..3 {
        ana.say(conversation, "News").await;
    }
    app.member("carla").await.start_conversation("ben", "Hello Ben").await;
    let bell = ben.bell().await;
    assert_eq!((bell.unread, bell.invitations), (2, 1));
}

#[tokio::test]
async fn the_bell_shows_the_ten_newest_first() {
    let app = TestApp::new().await;
    let ben = app.member("ben").await;
    for number in 0..12 {
        app.wait(minutes(1));
        app.member(&format!("stranger{number}")).await.start_conversation("ben", "Hello Ben").await;
    }
    let bell = ben.bell().await;
    let names: Vec<_> = bell.first.iter().map(|listed| listed.participants[0].person.name.as_str()).collect();
    assert_eq!(bell.unread, 12);
    assert_eq!(names.len(), 10);
    assert_eq!((names[0], names[9]), ("stranger11", "stranger2"));
}

#[tokio::test]
async fn where_conversations_are_off_the_bell_is_silent() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "News").await;
    app.turn_conversations(Conversations::Off).await;
    let bell = ben.bell().await;
    assert_eq!((bell.unread, bell.invitations, bell.first.len()), (0, 0, 0));
}
