//! Taking somebody out of a conversation of several, and taking back that they were asked.

use snug_app::conversations::{Filter, Shown, Stand};
use snug_app::live::CaughtUp;
use snug_domain::conversations::ParticipantState::{Declined, Invited, Joined};
use snug_domain::conversations::{ChangeKind, EntryKind, Role};
use snug_domain::{ConversationId, Refusal};
use snug_testkit::{Member, TestApp, days, minutes, refused};

async fn three(app: &TestApp) -> ([Member; 3], ConversationId) {
    let people = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let [ana, ben, carla] = &people;
    let conversation = app.several(ana, &[(ben, Joined), (carla, Joined)], "Hello both").await;
    (people, conversation)
}

#[tokio::test]
async fn a_host_takes_somebody_out_who_keeps_what_they_saw_and_is_told() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ana.say(conversation, "While Carla is in").await;
    ana.remove(conversation, &carla).await;
    ben.say(conversation, "After that").await;
    assert_eq!(carla.hears(conversation).await, ["Hello both", "While Carla is in"]);
    let shown = carla.sees(conversation).await;
    assert_eq!((shown.stand, shown.unread_count), (Stand::Removed, 1), "which is news to her");
    assert_eq!(carla.kinds(conversation).await.pop(), Some(EntryKind::Removed));
    assert_eq!((carla.bell().await.unread, carla.lists(Filter::Archived).await.len()), (1, 1));
    carla.reads(conversation).await;
    assert_eq!(carla.bell().await.unread, 0);
}

#[tokio::test]
async fn whoever_is_no_host_takes_nobody_out() {
    let app = TestApp::new().await;
    let ([_, ben, carla], conversation) = three(&app).await;
    let removed = app.snug().remove_participant(&ben.actor(), conversation, carla.handle().clone()).await;
    assert_eq!(refused(removed), Refusal::OnlyHosts);
    let own = app.snug().remove_participant(&ben.actor(), conversation, ben.handle().clone()).await;
    assert_eq!(refused(own), Refusal::Yourself);
}

#[tokio::test]
async fn who_was_taken_out_comes_back_by_a_host_only() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ana.remove(conversation, &carla).await;
    let added = ben.try_add(conversation, &[&carla], Shown::All, "Come back").await;
    match added {
        Err(snug_app::Error::CannotAsk(who)) => assert_eq!(who[0].1, Refusal::OnlyHosts),
        other => panic!("expected a no, got {other:?}"),
    }
    ana.makes(conversation, &ben, Role::Host).await;
    ben.adds(conversation, &carla, Shown::Nothing, "Come back").await;
}

#[tokio::test]
async fn who_comes_back_sees_both_times_and_not_what_was_said_between() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ana.remove(conversation, &carla).await;
    ben.say(conversation, "While she is out").await;
    ana.adds(conversation, &carla, Shown::Nothing, "Come back").await;
    assert_eq!(carla.hears(conversation).await, ["Hello both", "Come back"], "asked, with what was hers");
    carla.accept(conversation).await;
    ben.say(conversation, "Welcome").await;
    assert_eq!(carla.hears(conversation).await, ["Hello both", "Come back", "Welcome"]);
    assert_eq!(carla.sees(conversation).await.unread_count, 1);
}

#[tokio::test]
async fn an_invitation_is_taken_back_by_whoever_asked_or_a_host_and_nobody_else() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    let [deniz, emma] = [app.member("deniz").await, app.member("emma").await];
    ben.adds(conversation, &deniz, Shown::All, "Hello Deniz").await;
    ben.adds(conversation, &emma, Shown::All, "Hello Emma").await;
    let taken = app.snug().remove_participant(&carla.actor(), conversation, deniz.handle().clone()).await;
    assert_eq!(refused(taken), Refusal::OnlyHosts);
    ben.remove(conversation, &deniz).await;
    ana.remove(conversation, &emma).await;
    for asked in [&deniz, &emma] {
        assert_eq!((asked.hears(conversation).await, asked.sees(conversation).await.stand), (vec![], Stand::Gone));
        assert!(asked.lists(Filter::Invitations).await.is_empty());
        assert_eq!(asked.bell().await.unread, 0);
        assert_eq!(refused(app.snug().accept(&asked.actor(), conversation).await), Refusal::NoLongerOpen);
    }
}

#[tokio::test]
async fn taking_an_invitation_back_tells_nobody_whether_it_was_declined() {
    let app = TestApp::new().await;
    let mut heard = Vec::new();
    for answer in [Invited, Declined] {
        let name = |key: &str| format!("{key}-{answer:?}").to_lowercase();
        let [ana, ben, carla] =
            [app.member(&name("a")).await, app.member(&name("b")).await, app.member(&name("c")).await];
        let conversation = app.several(&ana, &[(&ben, Joined), (&carla, answer)], "Hello both").await;
        let mut numbers = Vec::new();
        for member in [&ana, &ben] {
            numbers.push(app.snug().last_change(&member.actor()).await.expect("a number"));
        }
        ana.remove(conversation, &carla).await;
        for (member, number) in [&ana, &ben].into_iter().zip(numbers) {
            match app.snug().catch_up(&member.actor(), number).await.expect("changes") {
                CaughtUp::Events { events, .. } => {
                    heard.push(events.iter().map(|event| event.kind).collect::<Vec<_>>());
                }
                CaughtUp::Reload { .. } => panic!("too many"),
            }
        }
    }
    assert_eq!(heard[..2], heard[2..]);
    assert_eq!(heard[0], [ChangeKind::Listed, ChangeKind::Message], "guard: it is told");
}

#[tokio::test]
async fn what_somebody_was_asked_back_with_is_gone_from_their_list_once_it_is_taken_back() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    carla.leave(conversation).await;
    app.wait(minutes(1));
    ben.adds(conversation, &carla, Shown::Nothing, "Come back").await;
    assert!(format!("{:?}", carla.lists(Filter::Invitations).await).contains("Come back"), "guard");
    ana.remove(conversation, &carla).await;
    let listed = carla.lists(Filter::Archived).await;
    assert_eq!(listed.len(), 1, "what was theirs before stays");
    assert_eq!(listed[0].last.as_ref().expect("a line").kind, EntryKind::Left);
    assert!(!format!("{listed:?}").contains("Come back"));
    assert_eq!(carla.hears(conversation).await, ["Hello both"]);
}

#[tokio::test]
async fn no_mail_tells_whoever_was_taken_out_what_they_had_not_read() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    let mails = app.mailbox("carla").await.len();
    ben.say(conversation, "Unread by Carla").await;
    ana.remove(conversation, &carla).await;
    app.advance(minutes(5)).await;
    app.advance(days(1)).await;
    assert_eq!(app.mailbox("carla").await.len(), mails);
}

#[tokio::test]
async fn whoever_was_taken_out_hears_that_and_nothing_later() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    let number = app.snug().last_change(&carla.actor()).await.expect("a number");
    ana.remove(conversation, &carla).await;
    ben.say(conversation, "After that").await;
    let CaughtUp::Events { events, .. } = app.snug().catch_up(&carla.actor(), number).await.expect("changes") else {
        panic!("too many");
    };
    let [event] = &events[..] else { panic!("one change, and not {events:?}") };
    let happened = event.happened.as_ref().expect("a row");
    assert_eq!(happened.message.as_ref().expect("a line").kind, EntryKind::Removed);
    assert_eq!(happened.listed.stand, Stand::Removed);
}

#[tokio::test]
async fn whoever_left_and_was_asked_back_has_left_as_before_once_that_is_taken_back() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    let emma = app.member("emma").await;
    ana.adds(conversation, &emma, Shown::All, "Hello Emma").await;
    emma.accept(conversation).await;
    carla.leave(conversation).await;
    app.wait(minutes(2));
    ben.adds(conversation, &carla, Shown::Nothing, "Come back").await;
    ben.remove(conversation, &carla).await;
    assert_eq!(carla.sees(conversation).await.stand, Stand::Left);
    assert_eq!(carla.lists(Filter::Archived).await[0].stand, Stand::Left);
    emma.adds(conversation, &carla, Shown::Nothing, "Do come back").await;
    carla.accept(conversation).await;
    assert_eq!(carla.sees(conversation).await.stand, Stand::Talking, "and needs no host to come back");
}

#[tokio::test]
async fn whoever_was_taken_out_and_asked_back_comes_back_by_a_host_only_however_that_ended() {
    for lapses in [false, true] {
        let app = TestApp::new().await;
        let ([ana, ben, carla], conversation) = three(&app).await;
        ana.remove(conversation, &carla).await;
        ana.adds(conversation, &carla, Shown::Nothing, "Come back").await;
        if lapses {
            app.wait(days(31));
        } else {
            ana.remove(conversation, &carla).await;
        }
        assert_eq!(carla.sees(conversation).await.stand, Stand::Removed);
        match ben.try_add(conversation, &[&carla], Shown::All, "Come back").await {
            Err(snug_app::Error::CannotAsk(who)) => assert_eq!(who[0].1, Refusal::OnlyHosts),
            other => panic!("expected a no, got {other:?}"),
        }
    }
}
