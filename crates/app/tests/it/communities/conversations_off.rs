use snug_app::communities::NewCommunity;
use snug_app::conversations::{Filter, Place, Slice, Stood};
use snug_domain::Refusal;
use snug_domain::communities::Conversations;
use snug_domain::people::Language;
use snug_testkit::{TestApp, refused};

#[tokio::test]
async fn in_a_new_community_conversations_are_off() {
    let app = TestApp::new().await;
    let new = NewCommunity {
        slug: String::from("hilltop"),
        name: String::from("Hilltop"),
        host: String::from("hilltop.localhost"),
        mail_domain: String::from("mail.hilltop.example"),
        language: Language::English,
    };
    let created = app.snug().create_community(new, app.now()).await.expect("created");
    assert_eq!(created.conversations, Conversations::Off);
}

#[tokio::test]
async fn where_they_are_off_every_door_is_shut() {
    let app = TestApp::new().await;
    let (ana, ben, talking) = app.talking("ana", "ben").await;
    let message = ana.say(talking, "Before it was turned off").await;
    let waiting = ana.start_conversation("carla", "Hello Carla").await;
    let carla = app.member("carla").await;
    app.deliver().await;
    let token = app.last_mail("carla").await.token_after("/m/");
    app.turn_conversations(Conversations::Off).await;

    let (snug, community) = (app.snug(), app.community());
    let (as_ana, as_ben, as_carla) = (ana.actor(), ben.actor(), carla.actor());
    let answers = [
        refused(ana.try_start("deniz", "Hello Deniz").await),
        refused(snug.reply(&as_ana, talking, ana.draft("Hello?")).await),
        refused(snug.show_conversation(&as_ana, talking, Slice::Last, 10).await),
        refused(snug.list_conversations(&as_ana, Filter::All, Place::TOP, 10).await),
        refused(snug.find_listed(&as_ana, talking).await),
        refused(snug.edit_message(&as_ana, talking, message.id, ana.draft("Hm").text).await),
        refused(snug.delete_message(&as_ana, talking, message.id).await),
        refused(snug.withdraw(&as_ana, waiting).await),
        refused(snug.accept(&as_carla, waiting).await),
        refused(snug.decline(&as_carla, waiting).await),
        refused(snug.mark_read(&as_ben, talking, 1).await),
        refused(snug.mark_unread(&as_ben, talking).await),
        refused(snug.mark_all_read(&as_ben).await),
        refused(snug.set_archived(&as_ben, talking, true).await),
        refused(snug.put_back(&as_ben, talking, Stood::Unread).await),
        refused(snug.land(&community, &token, None, app.now()).await),
        refused(snug.accept_from_mail(&community, &token, None, app.now()).await),
        refused(snug.decline_from_mail(&community, &token, None, app.now()).await),
    ];
    assert!(answers.iter().all(|answer| *answer == Refusal::ConversationsOff), "{answers:?}");

    app.turn_conversations(Conversations::On).await;
    assert_eq!(ben.texts(talking).await.last().map(String::as_str), Some("Before it was turned off"));
}
