//! Who has read a message.

use snug_app::conversations::{Readers, Shown};
use snug_domain::conversations::ParticipantState::{Invited, Joined};
use snug_domain::{ConversationId, MessageId, Refusal};
use snug_testkit::{Member, TestApp, refused};

async fn names(app: &TestApp, by: &Member, conversation: ConversationId, of: MessageId) -> [Vec<String>; 2] {
    let Readers { read, unread } = app.snug().list_readers(&by.actor(), conversation, of).await.expect("readers");
    [read, unread].map(|people| people.into_iter().map(|person| person.name).collect())
}

#[tokio::test]
async fn who_read_a_message_is_told_to_everybody_in_it_and_its_author_is_left_out() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let message = ana.say(conversation, "Who has read this?").await;
    assert_eq!(names(&app, &ana, conversation, message.id).await, [vec![], vec!["Ben Okafor", "Carla Lindqvist"]]);
    carla.reads(conversation).await;
    for by in [&ana, &ben, &carla] {
        assert_eq!(names(&app, by, conversation, message.id).await, [["Carla Lindqvist"], ["Ben Okafor"]]);
    }
}

#[tokio::test]
async fn nobody_is_named_who_is_only_asked_has_left_or_may_not_see_the_message() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let [deniz, emma] = [app.member("deniz").await, app.member("emma").await];
    let asked = [(&ben, Joined), (&carla, Invited), (&deniz, Joined)];
    let conversation = app.several(&ana, &asked, "Hello all").await;
    let message = ana.say(conversation, "Who has read this?").await;
    deniz.leave(conversation).await;
    ana.adds(conversation, &emma, Shown::Nothing, "Hello Emma").await;
    emma.accept(conversation).await;
    assert_eq!(names(&app, &ana, conversation, message.id).await, [vec![], vec!["Ben Okafor"]]);
    let by_who_may_not = app.snug().list_readers(&emma.actor(), conversation, message.id).await;
    assert!(matches!(by_who_may_not, Err(snug_app::Error::NotFound)));
    let by_who_left = app.snug().list_readers(&deniz.actor(), conversation, message.id).await;
    assert_eq!(refused(by_who_left), Refusal::NotInIt);
}

#[tokio::test]
async fn who_is_asked_reads_what_they_are_asked_with_without_a_receipt() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Invited)], "Hello both").await;
    let first = ana.entries(conversation).await[1].id;
    carla.reads(conversation).await;
    assert_eq!(names(&app, &ana, conversation, first).await, [vec!["Ben Okafor"], vec![]]);
}
