//! Messages that are edited after somebody who read them has gone.

use snug_app::conversations::{Shown, Slice};
use snug_app::live::CaughtUp;
use snug_domain::conversations::ChangeKind;
use snug_domain::conversations::ParticipantState::{Invited, Joined};
use snug_domain::{ConversationId, MessageId};
use snug_testkit::{Member, TestApp, minutes, seconds};

/// The words of a message for somebody, in the list of messages and by its id, and whether they know of an edit.
async fn reads(app: &TestApp, member: &Member, conversation: ConversationId, message: MessageId) -> (String, bool) {
    let entry = app.snug().find_message(&member.actor(), conversation, message).await.expect("theirs");
    let listed = member.entries(conversation).await.into_iter().find(|listed| listed.id == message);
    assert_eq!(listed.as_ref(), Some(&entry));
    assert_eq!(entry.html.contains(entry.source.as_str()), entry.deleted_at.is_none() || entry.source.is_empty());
    assert_eq!(entry.excerpt, entry.source);
    (entry.source, entry.edited_at.is_some())
}

fn unedited(text: &str) -> (String, bool) {
    (text.to_owned(), false)
}

fn edited(text: &str) -> (String, bool) {
    (text.to_owned(), true)
}

#[tokio::test]
async fn whoever_has_gone_goes_on_reading_what_a_message_said_then() {
    for is_taken_out in [false, true] {
        let app = TestApp::new().await;
        let [ana, ben, carla, deniz] =
            [app.member("ana").await, app.member("ben").await, app.member("carla").await, app.member("deniz").await];
        let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined), (&deniz, Joined)], "Hello all").await;
        let message = ben.say(conversation, "First").await.id;
        let goes = async |member: &Member| match is_taken_out {
            false => member.leave(conversation).await,
            true => ana.remove(conversation, member).await,
        };
        goes(&carla).await;
        ben.edit(conversation, message, "Second").await;
        ben.edit(conversation, message, "Third").await;
        goes(&deniz).await;
        app.wait(seconds(1));
        ben.edit(conversation, message, "Fourth").await;
        let read = async |member| reads(&app, member, conversation, message).await;
        assert_eq!(read(&carla).await, unedited("First"));
        assert_eq!(read(&deniz).await, edited("Third"));
        assert_eq!(read(&ana).await, edited("Fourth"));
        assert_eq!(read(&ben).await, edited("Fourth"));
        ben.delete(conversation, message).await;
        for member in [&ana, &ben, &carla, &deniz] {
            assert_eq!(read(member).await.0, "", "what is deleted is deleted for everybody");
        }
        ben.restore(conversation, message).await;
        assert_eq!(read(&carla).await, unedited("First"));
        assert_eq!(read(&ana).await, edited("Fourth"));
    }
}

#[tokio::test]
async fn an_answer_quotes_to_whoever_has_gone_what_they_knew() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let asked = ben.say(conversation, "On Sunday?").await;
    ana.try_answer(conversation, asked.sequence, "Gladly").await.expect("sent");
    carla.leave(conversation).await;
    ben.edit(conversation, asked.id, "On Monday?").await;
    let quoted = async |member: &Member| {
        let shown = app.snug().show_conversation(&member.actor(), conversation, Slice::Last, 50).await;
        let quoted = shown.expect("a conversation").1.quoted;
        quoted.into_iter().map(|quoted| quoted.excerpt).collect::<Vec<_>>()
    };
    assert_eq!(quoted(&carla).await, ["On Sunday?"]);
    assert_eq!(quoted(&ana).await, ["On Monday?"]);
}

#[tokio::test]
async fn whoever_comes_back_at_once_has_missed_no_edit() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let message = ben.say(conversation, "First").await.id;
    carla.leave(conversation).await;
    ben.edit(conversation, message, "Second").await;
    assert_eq!(reads(&app, &carla, conversation, message).await, unedited("First"), "guard");
    carla.undoes_leaving(conversation).await;
    assert_eq!(reads(&app, &carla, conversation, message).await, edited("Second"));
    carla.leave(conversation).await;
    ben.edit(conversation, message, "Third").await;
    assert_eq!(reads(&app, &carla, conversation, message).await, edited("Second"));
}

#[tokio::test]
async fn whoever_is_asked_back_reads_the_time_before_as_they_left_it_unless_it_is_shown_to_them() {
    for (history, expected) in [(Shown::Nothing, unedited("First")), (Shown::All, edited("Third"))] {
        let app = TestApp::new().await;
        let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
        let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
        let message = ben.say(conversation, "First").await.id;
        let own = carla.say(conversation, "Mine").await.id;
        carla.leave(conversation).await;
        app.wait(minutes(1));
        ben.edit(conversation, message, "Second").await;
        let with = ana.try_add(conversation, &[&carla], history, "Come back").await.expect("asked").message().id;
        ana.edit(conversation, with, "Do come back").await;
        assert_eq!(reads(&app, &carla, conversation, with).await, edited("Do come back"), "as it is now");
        assert_eq!(reads(&app, &carla, conversation, message).await, unedited("First"));
        carla.accept(conversation).await;
        ben.edit(conversation, message, "Third").await;
        ana.edit(conversation, with, "Welcome back").await;
        carla.edit(conversation, own, "Still mine").await;
        assert_eq!(reads(&app, &carla, conversation, message).await, expected);
        assert_eq!(reads(&app, &carla, conversation, with).await, edited("Welcome back"));
        assert_eq!(reads(&app, &carla, conversation, own).await, edited("Still mine"), "their own words are theirs");
    }
}

#[tokio::test]
async fn a_page_that_slept_since_before_they_went_hears_what_they_knew() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let number = app.snug().last_change(&carla.actor()).await.expect("a number");
    let message = ben.say(conversation, "First").await.id;
    ben.edit(conversation, message, "Second").await;
    carla.leave(conversation).await;
    ben.edit(conversation, message, "Third").await;
    let caught_up = app.snug().catch_up(&carla.actor(), number).await.expect("changes");
    let CaughtUp::Events { events, .. } = caught_up else { panic!("too many") };
    let said = events.iter().filter_map(|event| event.happened.as_ref()?.message.as_ref());
    let said: Vec<_> = said.filter(|said| said.id == message).map(|said| said.source.as_str()).collect();
    assert_eq!(said, ["Second", "Second"]);
}

#[tokio::test]
async fn nobody_hears_of_what_becomes_of_a_message_that_is_not_theirs() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    let message = ben.say(conversation, "Not for Carla").await.id;
    ana.adds(conversation, &carla, Shown::Nothing, "Hello Carla").await;
    carla.accept(conversation).await;
    let mut numbers = Vec::new();
    for member in [&ana, &carla] {
        numbers.push(app.snug().last_change(&member.actor()).await.expect("a number"));
    }
    ben.edit(conversation, message, "Still not for Carla").await;
    ben.delete(conversation, message).await;
    ben.restore(conversation, message).await;
    let heard = async |member: &Member, number| match app.snug().catch_up(&member.actor(), number).await {
        Ok(CaughtUp::Events { events, .. }) => events.iter().map(|event| event.kind).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(heard(&ana, numbers[0]).await, [ChangeKind::Edited, ChangeKind::Deleted, ChangeKind::Edited]);
    assert_eq!(heard(&carla, numbers[1]).await, []);
}

#[tokio::test]
async fn what_a_message_said_is_kept_only_if_somebody_has_gone_and_wiped_once_it_is_deleted() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Invited)], "Hello both").await;
    let is_kept = async |words| app.private_texts().await.iter().any(|text| text == words);
    let message = ben.say(conversation, "First").await.id;
    ben.edit(conversation, message, "Second").await;
    assert!(!is_kept("First").await, "nobody has gone who read it");
    carla.accept(conversation).await;
    carla.leave(conversation).await;
    ben.edit(conversation, message, "Third").await;
    ben.edit(conversation, message, "Fourth").await;
    assert!(is_kept("Second").await && !is_kept("Third").await);
    ben.delete(conversation, message).await;
    app.advance(minutes(3)).await;
    assert!(!is_kept("Second").await && !is_kept("Fourth").await);
}

#[tokio::test]
async fn whoever_is_back_hears_nothing_of_an_edit_that_they_do_not_read() {
    for (history, expected) in [(Shown::Nothing, vec![]), (Shown::All, vec![ChangeKind::Edited])] {
        let app = TestApp::new().await;
        let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
        let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
        let message = ben.say(conversation, "First").await.id;
        carla.leave(conversation).await;
        app.wait(minutes(1));
        ana.adds(conversation, &carla, history, "Come back").await;
        carla.accept(conversation).await;
        let number = app.snug().last_change(&carla.actor()).await.expect("a number");
        ben.edit(conversation, message, "Second").await;
        let heard = match app.snug().catch_up(&carla.actor(), number).await {
            Ok(CaughtUp::Events { events, .. }) => events.iter().map(|event| event.kind).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        assert_eq!(heard, expected, "{history:?}");
        ben.delete(conversation, message).await;
        assert!(app.snug().last_change(&carla.actor()).await.expect("a number") > number, "it is gone for them too");
    }
}
