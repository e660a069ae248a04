//! Leaving a conversation of several, and coming back.

use snug_app::Actor;
use snug_app::conversations::{Filter, Shown, Stand, Title};
use snug_domain::conversations::ParticipantState::{Declined, Invited, Joined};
use snug_domain::conversations::{EntryKind, Role};
use snug_domain::{ConversationId, Refusal};
use snug_testkit::{Member, TestApp, days, minutes, refused, seconds};
use std::sync::Arc;

async fn three(app: &TestApp) -> ([Member; 3], ConversationId) {
    let people = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let [ana, ben, carla] = &people;
    let conversation = app.several(ana, &[(ben, Invited), (carla, Invited)], "Hello both").await;
    for other in [ben, carla] {
        app.wait(seconds(1));
        other.accept(conversation).await;
    }
    (people, conversation)
}

#[tokio::test]
async fn leaving_is_undone_for_a_minute_and_nothing_was_missed() {
    let app = TestApp::new().await;
    let ([ana, ben, _], conversation) = three(&app).await;
    ben.leave(conversation).await;
    ana.say(conversation, "Said meanwhile").await;
    app.wait(seconds(59));
    ben.undoes_leaving(conversation).await;
    assert_eq!(ben.hears(conversation).await, ["Hello both", "Said meanwhile"]);
    assert_eq!(ben.sees(conversation).await.stand, Stand::Talking);
    let kinds = ana.kinds(conversation).await;
    assert_eq!(kinds[kinds.len() - 3..], [EntryKind::Left, EntryKind::Message, EntryKind::Returned]);
    ben.leave(conversation).await;
    app.wait(minutes(1));
    let undone = app.snug().undo_leave(&ben.actor(), conversation).await;
    assert_eq!(refused(undone), Refusal::TooLate);
}

#[tokio::test]
async fn leaving_twice_is_leaving_once() {
    let app = TestApp::new().await;
    let ([ana, ben, _], conversation) = three(&app).await;
    ben.leave(conversation).await;
    ben.leave(conversation).await;
    let left = ana.kinds(conversation).await.into_iter().filter(|kind| *kind == EntryKind::Left).count();
    assert_eq!(left, 1);
}

#[tokio::test]
async fn nobody_leaves_a_direct_conversation() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    assert_eq!(refused(app.snug().leave(&ana.actor(), conversation).await), Refusal::OnlyInGroups);
}

#[tokio::test]
async fn when_the_last_host_leaves_whoever_was_in_it_longest_becomes_one() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ana.leave(conversation).await;
    assert_eq!(ben.sees(conversation).await.role, Role::Host);
    assert_eq!(carla.sees(conversation).await.role, Role::Member);
    let lines = carla.entries(conversation).await;
    let line = lines.iter().find(|line| line.kind == EntryKind::BecameHost).expect("a line");
    assert_eq!(line.subject.as_ref().expect("whom").id, ben.id());
    assert_eq!(ben.sees(conversation).await.unread_count, 1, "it is news to them");
    assert_eq!(carla.sees(conversation).await.unread_count, 0);
}

#[tokio::test]
async fn of_two_who_came_in_the_same_millisecond_the_next_host_is_whoever_came_first() {
    for second_first in [false, true] {
        let app = TestApp::new().await;
        let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
        let conversation = app.several(&ana, &[(&ben, Invited), (&carla, Invited)], "Hello both").await;
        let [first, second] = if second_first { [&carla, &ben] } else { [&ben, &carla] };
        first.accept(conversation).await;
        second.accept(conversation).await;
        ana.leave(conversation).await;
        assert_eq!(first.sees(conversation).await.role, Role::Host);
        assert_eq!(second.sees(conversation).await.role, Role::Member);
    }
}

#[tokio::test]
async fn whoever_left_and_undid_it_was_in_it_as_long_as_if_they_had_not() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ben.leave(conversation).await;
    ben.undoes_leaving(conversation).await;
    ana.leave(conversation).await;
    assert_eq!(ben.sees(conversation).await.role, Role::Host);
    assert_eq!(carla.sees(conversation).await.role, Role::Member);
}

#[tokio::test]
async fn whoever_became_a_host_because_somebody_left_is_none_once_they_are_back() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ana.leave(conversation).await;
    assert_eq!(ben.sees(conversation).await.role, Role::Host, "guard");
    ana.undoes_leaving(conversation).await;
    let roles = async |member: &Member| member.sees(conversation).await.role;
    assert_eq!((roles(&ana).await, roles(&ben).await, roles(&carla).await), (Role::Host, Role::Member, Role::Member));
    let kinds = carla.kinds(conversation).await;
    let expected = [EntryKind::BecameHost, EntryKind::Left, EntryKind::Returned, EntryKind::GaveHostBack];
    assert_eq!(kinds[kinds.len() - 4..], expected);

    ana.leave(conversation).await;
    ben.makes(conversation, &carla, Role::Host).await;
    ben.leave(conversation).await;
    ana.undoes_leaving(conversation).await;
    assert_eq!((roles(&ana).await, roles(&carla).await), (Role::Host, Role::Host), "whom others made one stays one");
}

#[tokio::test]
async fn a_host_who_leaves_another_behind_makes_nobody_one() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ana.makes(conversation, &carla, Role::Host).await;
    ana.leave(conversation).await;
    assert_eq!(ben.sees(conversation).await.role, Role::Member);
    assert!(!ben.kinds(conversation).await.contains(&EntryKind::BecameHost));
}

#[tokio::test]
async fn who_was_asked_has_nothing_to_accept_once_the_last_one_left_until_they_are_back() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    let [deniz, emma] = [app.member("deniz").await, app.member("emma").await];
    ana.try_add(conversation, &[&deniz, &emma], Shown::All, "Hello both").await.expect("asked");
    emma.decline(conversation).await;
    ben.leave(conversation).await;
    carla.leave(conversation).await;
    assert_eq!(ana.sees(conversation).await.stand, Stand::Alone);
    assert_eq!(deniz.lists(Filter::Invitations).await.len(), 1);
    ana.leave(conversation).await;
    assert!(deniz.lists(Filter::Invitations).await.is_empty() && emma.lists(Filter::Archived).await.is_empty());
    let bell = deniz.bell().await;
    assert_eq!((bell.unread, bell.invitations), (0, 0));
    app.advance(seconds(30)).await;
    assert!(app.sent_mails().is_empty(), "guard: none left meanwhile");
    ana.undoes_leaving(conversation).await;
    assert_eq!(app.mailbox("deniz").await.len(), 1, "what was stopped is mailed after all");
    assert_eq!(app.mailbox("emma").await.len(), 0);
    assert_eq!(deniz.lists(Filter::Invitations).await.len(), 1);
    assert_eq!(emma.lists(Filter::Archived).await.len(), 1);
    deniz.accept(conversation).await;
    assert_eq!(ana.sees(conversation).await.stand, Stand::Talking);
}

#[tokio::test]
async fn whoever_comes_back_takes_a_place_like_anybody() {
    let app = TestApp::new().await;
    let ([ana, ben, _], conversation) = three(&app).await;
    let deniz = app.member("deniz").await;
    ben.leave(conversation).await;
    ana.adds(conversation, &deniz, Shown::All, "Hello Deniz").await;
    let community = Arc::new(app.snug().set_most_people("riverside", 3).await.expect("a number"));
    let undone = app.snug().undo_leave(&Actor { community, ..ben.actor() }, conversation).await;
    assert_eq!(refused(undone), Refusal::TooManyPeople { most: 3 });
}

#[tokio::test]
async fn what_a_conversation_is_called_after_one_left_is_not_for_them() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ana.rename(conversation, "While he is in").await;
    ben.leave(conversation).await;
    ana.remove(conversation, &carla).await;
    ana.rename(conversation, "After they went").await;
    for gone in [&ben, &carla] {
        assert_eq!(gone.sees(conversation).await.title, Title::Named("While he is in".into()));
        assert_eq!(gone.lists(Filter::Archived).await[0].title, Title::Named("While he is in".into()));
    }
    app.wait(days(1));
    ana.adds(conversation, &ben, Shown::Nothing, "Come back").await;
    ben.accept(conversation).await;
    assert_eq!(ben.sees(conversation).await.title, Title::Named("After they went".into()));
}

#[tokio::test]
async fn who_left_is_told_of_nothing_and_rings_for_nothing() {
    let app = TestApp::new().await;
    let ([ana, ben, _], conversation) = three(&app).await;
    ana.say(conversation, "Unread by Ben").await;
    ben.leave(conversation).await;
    let number = app.snug().last_change(&ben.actor()).await.expect("a number");
    ana.say(conversation, "After he left").await;
    ana.rename(conversation, "Without Ben").await;
    assert_eq!(app.snug().last_change(&ben.actor()).await.expect("a number"), number);
    assert_eq!((ben.bell().await.unread, ben.lists(Filter::Unread).await.len()), (0, 0));
    ana.is_on_the_site().await;
    assert!(ben.sees(conversation).await.participants.iter().all(|other| !other.is_present));
}

#[tokio::test]
async fn who_was_asked_again_and_did_not_answer_still_finds_what_they_had() {
    let app = TestApp::new().await;
    for (answer, key) in [(Invited, "deniz"), (Declined, "emma")] {
        let (ana, ben) = (app.member("ana").await, app.member("ben").await);
        let gone = app.member(key).await;
        let conversation = app.several(&ana, &[(&ben, Joined), (&gone, Joined)], "Hello both").await;
        gone.leave(conversation).await;
        ana.adds(conversation, &gone, Shown::Nothing, "Come back").await;
        if answer == Declined {
            gone.decline(conversation).await;
        }
        app.wait(days(31));
        assert_eq!(gone.hears(conversation).await, ["Hello both"], "{answer:?}");
        let listed = gone.lists(Filter::Archived).await;
        assert_eq!((listed.len(), listed[0].stand), (1, Stand::Left), "{answer:?}");
        assert!(!format!("{listed:?}").contains("Come back"), "{answer:?}");
        app.wait(days(61));
    }
}

#[tokio::test]
async fn who_began_a_conversation_and_left_it_does_not_come_back_by_taking_it_back() {
    let app = TestApp::new().await;
    let ([ana, ..], conversation) = three(&app).await;
    ana.leave(conversation).await;
    let (snug, actor) = (app.snug(), ana.actor());
    for taken_back in [snug.withdraw(&actor, conversation).await, snug.undo_withdraw(&actor, conversation).await] {
        assert_eq!(refused(taken_back), Refusal::NoLongerOpen);
    }
    assert_eq!(ana.sees(conversation).await.stand, Stand::Left);
}
