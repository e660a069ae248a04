use super::is_not_found;
use snug_app::Actor;
use snug_app::conversations::{Filter, Place, Slice, Stood};
use snug_app::live::CaughtUp;
use snug_testkit::TestApp;

#[tokio::test]
async fn a_conversation_of_another_community_is_not_found_by_any_use_case() {
    let app = TestApp::new().await;
    let hilltop = app.add_community("hilltop").await;
    let (ana, ben, talking) = app.talking("ana", "ben").await;
    let message = ana.say(talking, "For Riverside").await;
    let waiting = app.member("carla").await.start_conversation("ben", "Hello Ben").await;

    // Whoever lives there, and the very people of the conversation under the other community.
    let strangers = [
        hilltop.member("ana").await.actor(),
        Actor { person: ana.id(), ..hilltop.member("ana").await.actor() },
        Actor { person: ben.id(), ..hilltop.member("ben").await.actor() },
    ];
    let snug = app.snug();
    for actor in &strangers {
        for conversation in [talking, waiting] {
            let answers = [
                is_not_found(&snug.show_conversation(actor, conversation, Slice::Last, 10).await),
                is_not_found(&snug.find_listed(actor, conversation).await),
                is_not_found(&snug.reply(actor, conversation, ana.draft("Let me in")).await),
                is_not_found(&snug.edit_message(actor, conversation, message.id, ana.draft("Mine").text).await),
                is_not_found(&snug.delete_message(actor, conversation, message.id).await),
                is_not_found(&snug.accept(actor, conversation).await),
                is_not_found(&snug.decline(actor, conversation).await),
                is_not_found(&snug.withdraw(actor, conversation).await),
                is_not_found(&snug.mark_read(actor, conversation, 1).await),
                is_not_found(&snug.mark_unread(actor, conversation).await),
                is_not_found(&snug.set_archived(actor, conversation, true).await),
                is_not_found(&snug.put_back(actor, conversation, Stood::Unread).await),
            ];
            assert!(answers.iter().all(|answer| *answer), "{answers:?}");
        }
        for filter in [Filter::All, Filter::Unread, Filter::Invitations, Filter::Archived] {
            let page = snug.list_conversations(actor, filter, Place::TOP, 10).await.expect("a list");
            assert!(page.conversations.is_empty());
        }
        let bell = snug.bell(actor).await.expect("a bell");
        assert_eq!((bell.unread, bell.invitations, bell.first.len()), (0, 0, 0));
        let caught_up = snug.catch_up(actor, 0).await.expect("changes");
        let nothing = match caught_up {
            CaughtUp::Events { events, unread, .. } => events.is_empty() && unread == 0,
            CaughtUp::Reload { number } => number == 0,
        };
        assert!(nothing);
    }
    assert_eq!(ben.entries(talking).await.len(), 3, "and nothing happened to it");
}
