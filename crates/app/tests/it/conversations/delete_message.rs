use snug_app::conversations::Shown;
use snug_domain::Refusal;
use snug_domain::conversations::ParticipantState::Joined;
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

#[tokio::test]
async fn whoever_left_or_was_taken_out_can_delete_what_they_wrote_and_do_nothing_else_with_it() {
    for is_taken_out in [false, true] {
        let app = TestApp::new().await;
        let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
        let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
        let message = ben.say(conversation, "A slip of the tongue").await;
        match is_taken_out {
            false => ben.leave(conversation).await,
            true => ana.remove(conversation, &ben).await,
        }
        let text = ben.draft("Something else").text;
        let edited = app.snug().edit_message(&ben.actor(), conversation, message.id, text).await;
        assert_eq!(refused(edited), Refusal::NotInIt);
        assert_eq!(carla.sees(conversation).await.unread_count, 1, "guard");
        ben.delete(conversation, message.id).await;
        for member in [&ana, &ben, &carla] {
            let entries = member.entries(conversation).await;
            let entry = entries.iter().find(|entry| entry.id == message.id).expect("its place");
            assert_eq!((entry.source.as_str(), entry.deleted_at), ("", Some(app.now())));
        }
        assert_eq!(carla.sees(conversation).await.unread_count, 0);
        ben.restore(conversation, message.id).await;
        assert_eq!(ana.hears(conversation).await, ["Hello both", "A slip of the tongue"], "which is undone as ever");
    }
}

#[tokio::test]
async fn whoever_is_alone_can_delete_what_they_wrote_but_not_what_somebody_is_asked_with() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    let message = ana.say(conversation, "A slip of the tongue").await;
    ben.leave(conversation).await;
    let asked = ana.try_add(conversation, &[&carla], Shown::All, "Hello Carla").await.expect("asked");
    ana.delete(conversation, message.id).await;
    assert_eq!(ben.hears(conversation).await, ["Hello Ben", ""]);
    let answer = app.snug().delete_message(&ana.actor(), conversation, asked.message().id).await;
    assert_eq!(refused(answer), Refusal::WithdrawInstead);
}

#[tokio::test]
async fn what_somebody_is_asked_with_stays_while_they_can_answer_though_its_author_left() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    let asked = ben.try_add(conversation, &[&carla], Shown::All, "Hello Carla").await.expect("asked");
    ben.leave(conversation).await;
    let answer = app.snug().delete_message(&ben.actor(), conversation, asked.message().id).await;
    assert_eq!(refused(answer), Refusal::StillAsked);
    carla.accept(conversation).await;
    ben.delete(conversation, asked.message().id).await;
}
