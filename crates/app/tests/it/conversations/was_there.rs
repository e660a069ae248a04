//! Whom somebody who is not in a conversation any more is told of: who was in it while they were, whatever comes later.

use snug_app::conversations::{Conversation, Filter, Shown, Stand, Title};
use snug_domain::ConversationId;
use snug_domain::conversations::ParticipantState::{Declined, Invited, Joined};
use snug_testkit::{Member, TestApp, days, minutes, seconds};

fn names(shown: &Conversation) -> Vec<&str> {
    shown.participants.iter().map(|other| other.person.name.as_str()).collect()
}

/// Ana, Ben and Carla, who talk, and Deniz, who does not.
async fn four(app: &TestApp) -> ([Member; 4], ConversationId) {
    let people =
        [app.member("ana").await, app.member("ben").await, app.member("carla").await, app.member("deniz").await];
    let [ana, ben, carla, _] = &people;
    let conversation = app.several(ana, &[(ben, Joined), (carla, Joined)], "Hello both").await;
    (people, conversation)
}

#[tokio::test]
async fn nothing_tells_who_left_that_somebody_who_was_there_with_them_left_later_and_came_back() {
    let app = TestApp::new().await;
    let ([ana, ben, carla, _], conversation) = four(&app).await;
    carla.leave(conversation).await;
    let before = carla.sees(conversation).await;
    assert_eq!((names(&before), before.others), (vec!["Ana Ruiz", "Ben Okafor"], 2));
    let same = async |when: &str| {
        let now = carla.sees(conversation).await;
        assert_eq!((now.participants, now.others, now.title), (before.participants.clone(), 2, before.title.clone()));
        let listed = carla.lists(Filter::Archived).await.remove(0);
        assert_eq!(listed.participants, before.participants, "{when}");
    };
    app.wait(seconds(1));
    ben.leave(conversation).await;
    same("Ben has left").await;
    app.wait(minutes(2));
    ana.adds(conversation, &ben, Shown::All, "Come back").await;
    same("Ben is asked").await;
    ben.accept(conversation).await;
    same("Ben is back").await;
    ana.remove(conversation, &ben).await;
    same("Ben is out").await;
}

#[tokio::test]
async fn who_was_in_it_only_while_another_was_away_was_not_there_with_them() {
    for undoes in [false, true] {
        let app = TestApp::new().await;
        let ([ana, ben, carla, deniz], conversation) = four(&app).await;
        ben.leave(conversation).await;
        ana.adds(conversation, &deniz, Shown::All, "Hello Deniz").await;
        deniz.accept(conversation).await;
        deniz.leave(conversation).await;
        if undoes {
            app.wait(seconds(50));
            ben.undoes_leaving(conversation).await;
        } else {
            app.wait(days(1));
            ana.adds(conversation, &ben, Shown::All, "Come back").await;
            ben.accept(conversation).await;
        }
        let of_deniz = deniz.sees(conversation).await;
        assert_eq!(names(&of_deniz), ["Ana Ruiz", "Carla Lindqvist"], "and is not told that he came back");
        ben.leave(conversation).await;
        assert_eq!(names(&ben.sees(conversation).await), ["Ana Ruiz", "Carla Lindqvist"]);
        carla.leave(conversation).await;
        let of_carla = carla.sees(conversation).await;
        assert_eq!((names(&of_carla).len(), of_carla.others), (3, 3), "guard: she was there with all of them");
    }
}

#[tokio::test]
async fn what_nobody_accepted_goes_by_those_it_was_to_for_whoever_began_it_whatever_they_decided() {
    for count in [2, 6] {
        for (answer, key) in [(Invited, "undecided"), (Declined, "declined")] {
            let app = TestApp::new().await;
            let ana = app.member("ana").await;
            let mut others = Vec::new();
            for number in 0..count {
                others.push(app.member(&format!("{key}{number}")).await);
            }
            let asked: Vec<_> = others.iter().zip([answer, Invited].into_iter().cycle()).collect();
            let conversation = app.several(&ana, &asked, "Hello all").await;
            let expected: Vec<_> = others.iter().map(Member::id).collect();
            let called_so = async |stand: Stand| {
                let shown = ana.sees(conversation).await;
                let listed = app.snug().find_listed(&ana.actor(), conversation).await.expect("a row");
                assert_eq!((shown.stand, listed.stand), (stand, stand), "one truth");
                let ids = |participants: &[snug_app::conversations::Participant]| {
                    participants.iter().map(|other| other.person.id).collect::<Vec<_>>()
                };
                assert_eq!(ids(&shown.participants), expected);
                assert_eq!(ids(&listed.participants), expected[..count.min(4)]);
                assert_eq!((shown.others, listed.others, &shown.title), (count, count, &listed.title));
                assert!(shown.participants.iter().all(|other| other.state.is_none()));
                assert!(matches!(shown.title, Title::People { first, .. } if first[0].id == expected[0]));
            };
            ana.withdraw(conversation).await;
            called_so(Stand::Withdrawn).await;
            ana.undoes_withdrawing(conversation).await;
            assert!(matches!(ana.sees(conversation).await.stand, Stand::Waiting { .. }), "guard");
            app.wait(days(31));
            called_so(Stand::Lapsed).await;
        }
    }
}
