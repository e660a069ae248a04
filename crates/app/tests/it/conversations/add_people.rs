//! Adding people to a conversation of several, and what they get to see.

use snug_app::conversations::{AddPeople, Filter, Shown, Stand};
use snug_app::live::CaughtUp;
use snug_app::{Error, Message};
use snug_domain::conversations::ParticipantState::{Declined, Invited, Joined};
use snug_domain::conversations::{Adding, EntryKind, Role};
use snug_domain::{ConversationId, Refusal};
use snug_testkit::{Member, TestApp, days, invalid, refused};

/// Ana and Ben, who talk in a conversation of several, and two more; with what they said.
async fn talk(app: &TestApp) -> ([Member; 4], ConversationId, [Message; 2]) {
    let people =
        [app.member("ana").await, app.member("ben").await, app.member("carla").await, app.member("deniz").await];
    let [ana, ben, ..] = &people;
    let conversation = app.several(ana, &[(ben, Joined)], "Hello Ben").await;
    let said = [ana.say(conversation, "The first").await, ben.say(conversation, "The second").await];
    (people, conversation, said)
}

/// Why somebody in particular cannot be asked.
fn why(answer: Result<impl Sized, Error>) -> &'static str {
    match answer {
        Err(Error::CannotAsk(who)) => who[0].1.code(),
        _ => panic!("expected somebody who cannot be asked"),
    }
}

#[tokio::test]
async fn who_is_added_sees_all_from_a_message_on_or_nothing_of_what_was_said() {
    for (history, expected) in [
        (0, &["Hello Ben", "The first", "The second", "Hello Carla", "Meanwhile"][..]),
        (1, &["The second", "Hello Carla", "Meanwhile"]),
        (2, &["Hello Carla", "Meanwhile"]),
    ] {
        let app = TestApp::new().await;
        let ([ana, ben, carla, _], conversation, said) = talk(&app).await;
        let history = [Shown::All, Shown::From(said[1].id), Shown::Nothing][history];
        ana.adds(conversation, &carla, history, "Hello Carla").await;
        ben.say(conversation, "Meanwhile").await;
        assert_eq!(carla.hears(conversation).await, ["Hello Carla"], "until they accept");
        carla.accept(conversation).await;
        assert_eq!(carla.hears(conversation).await, expected, "{history:?}");
    }
}

#[tokio::test]
async fn everybody_is_told_what_who_is_added_gets_to_see() {
    let app = TestApp::new().await;
    let ([ana, ben, carla, _], conversation, said) = talk(&app).await;
    ana.adds(conversation, &carla, Shown::From(said[1].id), "Hello Carla").await;
    let line = ben.entries(conversation).await.pop().expect("a line");
    assert_eq!((line.kind, line.subject.expect("whom").id), (EntryKind::Invited, carla.id()));
    assert_eq!(line.source, said[1].sequence.to_string());
}

#[tokio::test]
async fn nobody_gives_more_than_they_see_themselves() {
    let app = TestApp::new().await;
    let ([ana, _, carla, deniz], conversation, said) = talk(&app).await;
    ana.adds(conversation, &carla, Shown::From(said[1].id), "Hello Carla").await;
    carla.accept(conversation).await;
    let given = carla.try_add(conversation, &[&deniz], Shown::From(said[0].id), "Hello Deniz").await;
    assert_eq!(invalid(given).len(), 1);
    carla.adds(conversation, &deniz, Shown::All, "Hello Deniz").await;
    deniz.accept(conversation).await;
    assert_eq!(deniz.hears(conversation).await, ["The second", "Hello Carla", "Hello Deniz"]);
    let line = ana.entries(conversation).await.into_iter().rfind(|entry| entry.kind == EntryKind::Invited);
    assert_eq!(line.expect("a line").source, said[1].sequence.to_string(), "and is not said to give all");
}

#[tokio::test]
async fn who_is_in_or_asked_is_not_asked_again_and_declined_is_asked() {
    let app = TestApp::new().await;
    let ([ana, ben, carla, deniz], conversation, _) = talk(&app).await;
    assert_eq!(why(ana.try_add(conversation, &[&ben], Shown::All, "Hello").await), "already-in");
    ana.try_add(conversation, &[&carla, &deniz], Shown::All, "Hello both").await.expect("asked");
    carla.decline(conversation).await;
    for asked in [&carla, &deniz] {
        assert_eq!(why(ben.try_add(conversation, &[asked], Shown::All, "Hello").await), "already-asked");
    }
}

#[tokio::test]
async fn a_direct_conversation_is_never_widened() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let carla = app.member("carla").await;
    let added = ana.try_add(conversation, &[&carla], Shown::All, "Hello").await;
    assert_eq!(refused(added), Refusal::OnlyInGroups);
}

#[tokio::test]
async fn where_only_hosts_add_nobody_else_does() {
    let app = TestApp::new().await;
    let ([ana, ben, carla, deniz], conversation, _) = talk(&app).await;
    app.snug().set_adding(&ana.actor(), conversation, Adding::Hosts).await.expect("for hosts");
    assert!(!ben.sees(conversation).await.may_add);
    assert_eq!(refused(ben.try_add(conversation, &[&carla], Shown::All, "Hello").await), Refusal::OnlyHosts);
    ana.makes(conversation, &ben, Role::Host).await;
    ben.adds(conversation, &carla, Shown::All, "Hello").await;
    app.snug().set_adding(&ben.actor(), conversation, Adding::Everyone).await.expect("for everyone");
    carla.accept(conversation).await;
    carla.adds(conversation, &deniz, Shown::All, "Hello").await;
}

#[tokio::test]
async fn who_is_only_asked_or_has_left_adds_nobody() {
    let app = TestApp::new().await;
    let ([ana, ben, carla, deniz], conversation, _) = talk(&app).await;
    ana.adds(conversation, &carla, Shown::All, "Hello Carla").await;
    ben.leave(conversation).await;
    for (by, why) in [(&carla, Refusal::AcceptFirst), (&ben, Refusal::NotInIt)] {
        let added = by.try_add(conversation, &[&deniz], Shown::All, "Hello").await;
        assert_eq!(refused(added), why);
    }
    let never_in = app.member("emma").await.try_add(conversation, &[&deniz], Shown::All, "Hello").await;
    assert!(matches!(never_in, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_retry_asks_once() {
    let app = TestApp::new().await;
    let ([ana, _, carla, _], conversation, _) = talk(&app).await;
    let (to, draft) = (vec![carla.handle().clone()], ana.draft("Hello Carla"));
    let add = AddPeople { to, history: Shown::All, draft };
    let first = app.snug().add_people(&ana.actor(), conversation, add.clone()).await.expect("asked");
    let again = app.snug().add_people(&ana.actor(), conversation, add).await.expect("the same");
    assert_eq!(first.message().id, again.message().id);
    assert_eq!(ana.kinds(conversation).await.iter().filter(|kind| **kind == EntryKind::Invited).count(), 1);
}

#[tokio::test]
async fn who_did_not_answer_in_time_and_is_asked_again_sees_only_what_they_are_asked_with_now() {
    for answer in [Invited, Declined] {
        let app = TestApp::new().await;
        let ([ana, ben, carla, _], conversation, _) = talk(&app).await;
        ana.adds(conversation, &carla, Shown::Nothing, "The first time").await;
        if answer == Declined {
            carla.decline(conversation).await;
        }
        app.wait(days(31));
        assert_eq!((carla.hears(conversation).await, carla.sees(conversation).await.stand), (vec![], Stand::Gone));
        ben.adds(conversation, &carla, Shown::Nothing, "The second time").await;
        assert_eq!(carla.hears(conversation).await, ["The second time"]);
        carla.accept(conversation).await;
        assert_eq!(carla.hears(conversation).await, ["The second time"]);
    }
}

#[tokio::test]
async fn what_an_invitation_called_a_conversation_is_all_its_invited_learns_of_its_title() {
    let app = TestApp::new().await;
    let ([ana, _, carla, _], conversation, _) = talk(&app).await;
    ana.adds(conversation, &carla, Shown::Nothing, "Hello Carla").await;
    ana.rename(conversation, "While she is asked").await;
    assert!(format!("{:?}", carla.sees(conversation).await.title).contains("While she is asked"));
    app.wait(days(31));
    ana.rename(conversation, "When that is over").await;
    let shown = carla.sees(conversation).await;
    assert!(!format!("{shown:?}").contains("When that is over"), "{shown:?}");
    assert!(carla.lists(Filter::Invitations).await.is_empty());
}

#[tokio::test]
async fn whoever_is_alone_in_it_can_mend_what_they_wrote() {
    let app = TestApp::new().await;
    let ([ana, ben, carla, _], conversation, [first, _]) = talk(&app).await;
    ben.leave(conversation).await;
    let asked = ana.try_add(conversation, &[&carla], Shown::Nothing, "Hello Carla").await.expect("asked");
    ana.edit(conversation, asked.message().id, "Hello dear Carla").await;
    assert_eq!(carla.hears(conversation).await, ["Hello dear Carla"]);
    ana.edit(conversation, first.id, "Something else").await;
    carla.accept(conversation).await;
    assert!(ana.hears(conversation).await.contains(&String::from("Something else")));
    assert!(ben.hears(conversation).await.contains(&first.source), "who has gone goes on reading what they knew");
}

#[tokio::test]
async fn several_added_at_once_are_told_in_one_line_in_the_order_they_were_named() {
    let app = TestApp::new().await;
    let ([ana, ben, carla, deniz], conversation, _) = talk(&app).await;
    let emma = app.member("emma").await;
    let asked = [&deniz, &carla, &emma];
    let number = app.snug().last_change(&ben.actor()).await.expect("a number");
    ana.try_add(conversation, &asked, Shown::All, "Hello all of you").await.expect("asked");
    let expected: Vec<_> = asked.iter().map(|member| member.id()).collect();
    carla.accept(conversation).await;
    for reader in [&ana, &ben, &carla] {
        let lines = reader.entries(conversation).await;
        let lines: Vec<_> = lines.iter().filter(|entry| entry.kind == EntryKind::Invited).collect();
        let [line] = &lines[..] else { panic!("one line, and not {lines:?}") };
        let told: Vec<_> = line.subject.iter().chain(&line.also).map(|person| person.id).collect();
        assert_eq!(told, expected);
        assert!(app.snug().find_message(&reader.actor(), conversation, line.id).await.is_err(), "it is no message");
    }
    let CaughtUp::Events { events, .. } = app.snug().catch_up(&ben.actor(), number).await.expect("changes") else {
        panic!("too many");
    };
    let lines = events.iter().filter_map(|event| event.happened.as_ref()?.message.as_ref());
    let told: Vec<_> = lines.filter(|entry| entry.kind == EntryKind::Invited).map(|line| line.also.len()).collect();
    assert_eq!(told, [2], "live");
}

#[tokio::test]
async fn a_row_whose_last_words_say_who_was_added_names_all_of_them() {
    let app = TestApp::new().await;
    let ([ana, ben, carla, deniz], conversation, _) = talk(&app).await;
    ana.try_add(conversation, &[&carla, &deniz], Shown::Nothing, "Hello both").await.expect("asked");
    for filter in [Filter::All, Filter::Unread] {
        let last = ben.lists(filter).await.remove(0).last.expect("a line");
        let told: Vec<_> = last.subject.iter().chain(&last.also).map(|person| person.id).collect();
        assert_eq!(told, [carla.id(), deniz.id()], "{filter:?}");
    }
    assert_eq!(ben.bell().await.first[0].last.as_ref().expect("a line").also.len(), 1);
}
